"""The model card, written from the figures; prose that a person wrote stands in `card.md`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onrecord.annotate.labels import HEADS
from onrecord.train.config import Config

TEMPLATE = Path(__file__).with_name("card.md")
LICENCES = {
    "polnear": "none stated for the data; trained on and measured with, never redistributed",
    "gum": "annotation CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0 (others left out)",
    "re3d": "by text: OGL 3.0, US public domain, CC BY-SA 3.0, CC BY 3.0 AU, EU (BBC left out)",
    "meantime_en": "CC BY 4.0",
    "ecbplus": "annotation CC BY 3.0",
    "gva_longtail": "none stated; newspapers' texts, trained on and never redistributed",
}

Figures = dict[str, Any]


def model_card(figures: Figures, config: Config, size: int) -> str:
    """The card as Markdown. size: bytes of the encoder."""
    small, full = figures["int8"], figures["fp32"]
    parts = {
        "weights": small["weights"],
        "megabytes": f"{size / 1e6:.1f}",
        "steps": str(figures["steps"]),
        "epochs": str(config.train.epochs),
        "seed": str(config.train.seed),
        "pieces": str(config.windows.pieces),
        "config_sha256": figures["config_sha256"],
        "train_sha256": figures["data"]["train"]["sha256"],
        "dev_sha256": small["dev_sha256"],
        "heads": heads_table(),
        "data": data_table(figures, config),
        "attribution": figures_table(small["attribution"], full["attribution"]),
        "names": figures_table(small["names"], full["names"]),
    }
    card = TEMPLATE.read_text(encoding="utf-8")
    for name, value in parts.items():
        card = card.replace("{{" + name + "}}", value)
    return card


def heads_table() -> str:
    """Heads and kinds."""
    rows = [f"| {head.name} | {', '.join(head.kinds)} |" for head in HEADS]
    return "\n".join(["| head | kinds |", "| --- | --- |", *rows])


def data_table(figures: Figures, config: Config) -> str:
    """What went in."""
    rows = [
        "| corpus | reports | labels | passes an epoch | licence |",
        "| --- | --- | --- | --- | --- |",
    ]
    for corpus, row in figures["data"]["train"]["corpora"].items():
        labels = ", ".join(
            f"{row[head.name]:,} {head.name}" for head in HEADS if row.get(head.name)
        )
        passes = config.passes[corpus]
        rows.append(
            f"| {corpus} | {row['reports']:,} | {labels} | {passes:g} | {LICENCES[corpus]} |"
        )
    return "\n".join(rows)


def figures_table(small: Figures, full: Figures) -> str:
    """Precision, recall and F1, int8 with its interval beside fp32."""
    rows = [
        "| | precision | recall | F1, int8 (95 % interval) | F1, fp32 | gold |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, row in small.items():
        low, high = row["f1_interval"]
        rows.append(
            f"| {name} | {row['precision']:.1f} | {row['recall']:.1f} "
            f"| **{row['f1']:.1f}** ({low:.1f} to {high:.1f}) | {full[name]['f1']:.1f} "
            f"| {row['gold']:,} |"
        )
    return "\n".join(rows)

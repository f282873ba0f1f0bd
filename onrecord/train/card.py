"""The model card, written from the figures; prose that a person wrote stands in `card.md`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onrecord.annotate.labels import FIRST_HEADS, HEADS
from onrecord.train.config import Config

TEMPLATE = Path(__file__).with_name("card.md")
LATER = Path(__file__).with_name("card-later.md")
LICENCES = {
    "polnear": "none stated for the data; trained on and measured with, never redistributed",
    "gum": "annotation CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0 (others left out)",
    "re3d": "by text: OGL 3.0, US public domain, CC BY-SA 3.0, CC BY 3.0 AU, EU (BBC left out)",
    "meantime_en": "CC BY 4.0",
    "ecbplus": "annotation CC BY 3.0",
    "gva_longtail": "none stated; newspapers' texts, trained on and never redistributed",
    "muc4": "none stated; wire texts, trained on and never redistributed",
    "muc4_mixed": "the same texts in mixed case",
    "factuality": "UW none stated, MEANTIME CC BY 4.0; sentences trained on, never redistributed",
}

#: What is counted of a corpus.
COUNTED = (*(head.name for head in HEADS), "age link", "coreferent mention", "rating")

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
        "heads": heads_table(small),
        "data": data_table(figures, config),
        "attribution": figures_table(small["attribution"], full["attribution"]),
        "names": figures_table(small["names"], full["names"]),
        "later": later_part(small, full),
    }
    return filled(TEMPLATE, parts)


def filled(template: Path, parts: dict[str, str]) -> str:
    """A template with its gaps filled."""
    text = template.read_text(encoding="utf-8")
    for name, value in parts.items():
        text = text.replace("{{" + name + "}}", value)
    return text


def later_part(small: Figures, full: Figures) -> str:
    """What is said of the heads that came later; nothing of weights without them."""
    if "roles" not in small:
        return ""
    parts = {
        name: figures_table(small[name], full[name]) for name in ("roles", "ages", "coreference")
    }
    parts["certainty"] = certainty_table(small["certainty"], full["certainty"])
    return filled(LATER, parts)


def heads_table(figures: Figures) -> str:
    """Heads and kinds of the weights that were measured."""
    heads = HEADS if "roles" in figures else [h for h in HEADS if h.name in FIRST_HEADS]
    rows = [f"| {head.name} | {', '.join(head.kinds)} |" for head in heads]
    return "\n".join(["| head | kinds |", "| --- | --- |", *rows])


def data_table(figures: Figures, config: Config) -> str:
    """What went in."""
    rows = [
        "| corpus | reports | labels | passes an epoch | licence |",
        "| --- | --- | --- | --- | --- |",
    ]
    for corpus, row in figures["data"]["train"]["corpora"].items():
        labels = ", ".join(f"{row[name]:,} {name}" for name in COUNTED if row.get(name))
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


def certainty_table(small: Figures, full: Figures) -> str:
    """Mean absolute error, int8 with its interval beside fp32 and a constant."""
    low, high = small["mae_interval"]
    return "\n".join(
        [
            "| | int8 (95 % interval) | fp32 | always 3 | events |",
            "| --- | --- | --- | --- | --- |",
            f"| mean absolute error | **{small['mae']:.2f}** ({low:.2f} to {high:.2f}) "
            f"| {full['mae']:.2f} | {small['mae_always_certain']:.2f} | {small['events']:,} |",
        ]
    )

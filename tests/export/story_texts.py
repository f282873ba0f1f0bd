"""The texts of the invented story."""

from __future__ import annotations

WIRE_TEXT = """\
BREVHOLM (Nordsund Wire) — Two people were killed and at least six injured when \
a gunman opened fire on the ferry quay of Brevholm on Friday evening, police \
said.

The shots fell at about 7:20 p.m., as passengers were boarding the night ferry \
to Tarn, said police inspector Marit Ødegren. “We are looking for one man,” \
Ødegren said. “He left the quay on foot.”

One of the dead was Isak Løvdal, 61, a deckhand of the Tarn Line, his employer \
confirmed.

“I heard four shots, then the horn of the ferry,” said Ketil Brandvoll, 44, who \
was waiting with his daughter. He was treated for a cut hand.

It was not known why the man had fired."""

COPY_TEXT = """\
BREVHOLM — Two people were killed and at least six injured when a gunman opened \
fire on the ferry quay of Brevholm on Friday evening, police said.

The shots fell at about 7:20 p.m., as passengers were boarding the night ferry \
to Tarn, said police inspector Marit Ødegren. “We are looking for one man,” \
Ødegren said.

One of the dead was Isak Løvdal, 61, a deckhand of the Tarn Line, his employer \
confirmed."""

RADIO_TEXT = """\
A third victim of the shooting on the Brevholm quay died on Saturday morning, \
the county hospital said. Seven people are being treated, two of them in \
critical condition.

“We did all that could be done,” said the hospital's director, Synne Haugmo.

Mayor Oddvar Strand told Radio Skjær that he had heard of two gunmen. “There \
were two of them, people say,” Strand said. Police would not comment on that."""

TABLOID_TEXT = """\
FIVE DEAD IN FERRY HORROR

As many as five people died when two gunmen fired at families on the Brevholm \
quay, an ambulance driver told The Quayside Mail. The Mail understands that the \
hunted man is dock worker Torstein Vik, 36.

“He was always polite,” said a neighbour.

A message in the name of the Free Skerries Front claimed the attack. Nobody \
could confirm it."""

REVIEW_TEXT = """\
Police arrested a man of 38 on Sunday over the shooting that killed three people \
on the ferry quay of Brevholm two days earlier.

Torstein Vik, a former dock worker, was taken without resistance at a cabin near \
Tarn, inspector Marit Ødegren said. “He acted alone,” she told a news \
conference. “No second man was ever there.”

Ødegren said the claim of the Free Skerries Front was false. The weapon, a \
hunting rifle, was found in the harbour basin, according to the prosecutor, Elin \
Aasgard. Seven people were injured, the county hospital said.

Whether Vik knew any of the victims is still being examined, Aasgard said."""

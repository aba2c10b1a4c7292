"""From a filled text back to its template: what was found on the one is shown in the other. Pure."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from deskhelper.core.outgoing import Finding, Rule
from deskhelper.core.text import Part

GAP = "＿＿"
"""How `joined` shows a gap."""


def found_in_template(parts: Sequence[Part], findings: Iterable[Finding]) -> list[Finding]:
    """Return `findings` on the joined `parts` with their places in the template; a slot is only ever found whole.

    Blanks for gaps are left out: a template is meant to have slots.
    """
    told = []
    for finding in findings:
        if finding.rule is Rule.GAP and finding.words == GAP:
            continue
        start, end = _place(parts, finding.start, is_end=False), _place(parts, finding.end, is_end=True)
        told.append(replace(finding, start=start, end=end) if finding.end > finding.start else finding)
    return told


def _place(parts: Sequence[Part], at: int, is_end: bool) -> int:
    """Return where the character at `at` stands in the template; `is_end`: it is the one after the last."""
    in_text = in_template = 0
    for part in parts:
        length = len(GAP if part.words is None else part.words)
        there = length if part.slot is None else len(part.slot) + 2
        if at < in_text + length or (is_end and at == in_text + length):
            if part.slot is None:
                return in_template + at - in_text
            return in_template + (there if is_end else 0)
        in_text += length
        in_template += there
    return in_template

"""What the rules of the outgoing check are called, and in which colour their findings stand."""

from PySide6.QtCore import QCoreApplication

from deskhelper.core.outgoing import Finding, Rule

translate = QCoreApplication.translate
MILD = (Rule.WORDING, Rule.UNTRACKED, Rule.DERIVED_PROMISE, Rule.GAP)


def tone_of(finding: Finding) -> str:
    """Return the token of a finding's colour: `warn` for what is quickly put right, `bad` for the rest."""
    return "warn" if finding.rule in MILD else "bad"


def rule_title(rule: Rule) -> str:
    """Return what a rule is called."""
    return {
        Rule.GAP: translate("Findings", "Left open"),
        Rule.CONTRADICTION: translate("Findings", "Against the order"),
        Rule.FREIGHT_OR_BRIBE: translate("Findings", "Freight, reviews, reasons"),
        Rule.OFF_PLATFORM: translate("Findings", "Off the platform, or rude"),
        Rule.UNTRACKED: translate("Findings", "Promise not kept track of"),
        Rule.WORDING: translate("Findings", "Forbidden wording"),
        Rule.DERIVED_PROMISE: translate("Findings", "To be confirmed"),
    }[rule]

"""Particles in every shipped reply: the check finds what it found without them."""

import pytest

from deskhelper.content.library import load_library
from deskhelper.core.outgoing import Against, check
from deskhelper.core.particles import Particles, with_particles
from deskhelper.core.reply import Library
from deskhelper.core.text import fill, joined, placeholders
from deskhelper.paths import RESOURCES
from tests.core.make import MOMENT


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(RESOURCES)


@pytest.mark.parametrize("level", [Particles.LOT, Particles.LITTLE, Particles.NONE])
def test_every_shipped_reply_passes_the_check_as_before(library: Library, level: Particles) -> None:
    against, changed = Against(MOMENT), 0
    for script in library.scripts.values():
        for wording in script.wordings:
            parts = fill(wording, dict.fromkeys(placeholders(wording), "甲"))
            made = with_particles(parts, level)
            rules = [finding.rule for finding in check(joined(made), library.words, against)]
            assert rules == [finding.rule for finding in check(joined(parts), library.words, against)]
            changed += made != parts
    assert changed > 5

"""The way in: bare `deskhelper` opens the desk; anything else goes to the command line."""

import signal
import sys


def main() -> None:
    """Run the program; the command line's parser is only loaded where there is something to parse."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:
        # while it is being loaded Ctrl+C ends it at once and without a word, 130 in a shell, as a crash might
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if len(sys.argv) == 1:
        from deskhelper.paths import DataFolder, default_data_folder
        from deskhelper.start import open_desk

        sys.exit(open_desk(DataFolder(default_data_folder())))
    from deskhelper.cli import commands

    signal.signal(signal.SIGINT, before)
    commands()


if __name__ == "__main__":
    main()

"""The way in: bare `deskhelper` opens the desk; anything else goes to the command line."""

import sys


def main() -> None:
    """Run the program; the command line's parser is only loaded where there is something to parse."""
    if len(sys.argv) == 1:
        from deskhelper.paths import DataFolder, default_data_folder
        from deskhelper.start import open_desk

        sys.exit(open_desk(DataFolder(default_data_folder())))
    from deskhelper.cli import commands

    commands()


if __name__ == "__main__":
    main()

"""Writing files so that a crash, a full disk or a second writer never leaves half a file or loses a whole one.

A temporary file in the same folder is written, flushed to the disk, and then takes its name in one step.
"""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError

_SHOWN = 56
_AS_THEY_ARE = getattr(os, "O_BINARY", 0)
"""So many letters of its name does a temporary file bear: with four bytes each it is still a name that a disk takes."""


def replace(path: Path, data: bytes) -> None:
    """Write a file, in place of the one that has this name, if any. Raises LoiError, also where that one is protected;
    then nothing has changed."""
    if is_protected(path):
        raise LoiError(
            _("{path} is protected against writing, and is left as it is").format(path=path),
            _("give the new one another name, or lift the protection"),
        ) from PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if _takes_a_stream(path):
        _pour(path, data)
        return
    _write(path, data, lambda temporary: temporary.replace(path))


def write_new(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet, or exists with the very same bytes.

    Raises LoiError when another one has its name, or when it cannot be written; then nothing has changed.
    """
    _write(path, data, lambda temporary: _take_name(temporary, path, data))


def is_protected(path: Path) -> bool:
    """Whether a person took away the right to write to a file. On POSIX another could take its name all the same: there
    the folder alone decides about that."""
    try:
        return not path.stat().st_mode & 0o222
    except (OSError, ValueError):
        return False


def _takes_a_stream(path: Path) -> bool:
    """Whether it is a device or a pipe: /dev/null, /dev/stdout, a shell's >(command). No file may take its place."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def _pour(path: Path, data: bytes) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | _AS_THEY_ARE)
        try:
            _put(descriptor, data)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _not_written(path, error) from error


def _write(path: Path, data: bytes, take_name: Callable[[Path], object]) -> None:
    temporary = path.with_name(f".{path.name[:_SHOWN]}.{os.urandom(6).hex()}.tmp")
    try:
        try:
            # Not mkstemp: its mode 0600 would lock colleagues on a share out.
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_THEY_ARE
            _write_all(os.open(temporary, flags, 0o666), data)
            take_name(temporary)
        finally:
            with suppress(OSError):
                temporary.unlink()
        flush_folder(path.parent)
    except OSError as error:
        raise _not_written(path, error) from error
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        raise LoiError(
            _("{path} could not be written: names of files here cannot hold “{letter}”").format(
                path=path, letter=letter
            ),
            _("give it a plain name, or set the locale to one of UTF-8, such as LC_ALL=C.UTF-8"),
        ) from error


def _not_written(path: Path, error: OSError) -> LoiError:
    return LoiError(
        _("{path} could not be written: {reason}").format(path=path, reason=error.strerror or error), remedy_of(error)
    )


def _put(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _write_all(descriptor: int, data: bytes) -> None:
    try:
        _put(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _take_name(temporary: Path, path: Path, data: bytes) -> None:
    """Give a finished file a name that nothing has yet, in one step."""
    try:
        try:
            path.hardlink_to(temporary)
        except FileExistsError:
            raise
        except (OSError, NotImplementedError):
            _rename_new(temporary, path)  # a file system without links: FAT, some shares
    except FileExistsError:
        if path.is_symlink() or path.read_bytes() != data:
            raise LoiError(
                _("{path} exists already, with other content").format(path=path),
                _("it is left as it is; look what it holds, and give the new one another name"),
            ) from None


def _rename_new(temporary: Path, path: Path) -> None:
    if os.name == "nt":
        temporary.rename(path)  # on Windows this refuses to overwrite
        return
    # The name is taken first, by an empty file that only this process made, and then given to the finished one.
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    temporary.replace(path)


def flush_folder(folder: Path) -> None:
    """Make a new name survive a power failure; Windows does so by itself and has no way to ask."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):  # some shares cannot
            raise
    finally:
        os.close(descriptor)


def remedy_of(error: OSError) -> str:
    """What to do where the file system said no."""
    name = errno.errorcode.get(error.errno or 0, "")
    if name in ("ENOSPC", "EDQUOT"):
        return _("the disk is full: make room, and do it again")
    if name == "EROFS":
        return _("the disk can only be read: work on a copy elsewhere")
    if name in ("EACCES", "EPERM"):
        return _("you may not write there, or another program holds the file open")
    if name in ("ENOENT", "ENOTDIR"):
        return _("there is no such folder")
    if name == "ENAMETOOLONG":
        return _("the name is too long: give it a shorter one")
    return _("look at the disk or the network, and do it again")

"""Where a vault lies: a warning when the folder is on a network or copied by a cloud service.

SQLite's write-ahead log needs a local disk (sqlite.org/wal.html, 'all processes must be on
the same host'), and a service that copies the file while it is written copies it torn.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath

from vipdesk.wording import Say, say

_SOME_CLOUD = "cloud"  # a folder that several services share, so that none can be named
_SYNCED = (
    ("OneDrive", re.compile(r"onedrive\b.*")),
    ("Dropbox", re.compile(r"dropbox\b.*")),
    (
        "iCloud Drive",
        re.compile(r"mobile documents|com~apple~clouddocs|icloud ?drive|iclouddrive"),
    ),
    ("Yandex.Disk", re.compile(r"yandex[. ]?disk.*|яндекс[. ]?диск.*")),
    ("Google Drive", re.compile(r"google ?drive.*|my drive|мой диск")),
    (
        "Mail.ru Cloud",
        re.compile(r"облако mail\.?ru.*|mail\.?ru cloud|cloud mail\.?ru"),
    ),
    ("Nextcloud", re.compile(r"nextcloud|owncloud")),
    ("Syncthing", re.compile(r"syncthing")),
    (_SOME_CLOUD, re.compile(r"cloudstorage|box sync|megasync|pcloud ?drive")),
)
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|afpfs|webdav|davfs2?|9p|afs|ceph|glusterfs|ncpfs"
    r"|fuse\.(sshfs|rclone|gvfsd-fuse|s3fs|davfs2?|google-drive-ocamlfuse|onedrive\w*|glusterfs)"
)


def warnings_about(folder: Path) -> tuple[Say, ...]:
    """What to tell the person about this place; empty for a local disk."""
    whole = folder.expanduser().absolute()
    service = synced_by(whole, os.environ)
    if service is not None:
        return (
            say(
                "The vault is in a folder that {service} copies while it is being written, "
                "which can damage it. Move it to a local folder and let only the backups be "
                "copied.",
                service=say("a cloud service") if service == _SOME_CLOUD else service,
            ),
        )
    if on_network(whole):
        return (
            say(
                "The vault is on a network drive, where a lost connection can damage it. Move "
                "it to a disk of this computer."
            ),
        )
    return ()


def synced_by(folder: PurePath, environment: Mapping[str, str]) -> str | None:
    """The service that copies this folder, by the names of the folders above it, or None."""
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = environment.get(name)
        if root and folder.is_relative_to(root):
            return "OneDrive"
    for part in folder.parts:
        for service, pattern in _SYNCED:
            if pattern.fullmatch(part.casefold()):
                return service
    return None


def on_network(folder: Path) -> bool:
    """Whether the folder is on another machine's disk. Unknown counts as local."""
    try:
        if sys.platform == "win32":
            return _windows_remote(folder)
        real = PurePath(os.path.realpath(folder))
        return _NETWORK.fullmatch(kind_of_mount(real, _mounts())) is not None
    except (OSError, subprocess.SubprocessError):
        return False


def kind_of_mount(folder: PurePath, mounts: Mapping[str, str]) -> str:
    """The file system of the mount that holds `folder`: {mount point: kind}."""
    for place in (folder, *folder.parents):
        if str(place) in mounts:
            return mounts[str(place)]
    return ""


def _mounts() -> dict[str, str]:
    if sys.platform == "darwin":
        listed = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, timeout=3, check=True
        ).stdout
        found = re.findall(r"^.+? on (.+) \((\w+)[,)]", listed, re.MULTILINE)
        return dict(found)
    mounts = {}
    for line in Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines():
        _device, place, kind, *_rest = line.split(" ")
        mounts[re.sub(r"\\(\d{3})", lambda m: chr(int(m[1], 8)), place)] = kind
    return mounts


if sys.platform == "win32":  # pragma: no cover

    def _windows_remote(folder: Path) -> bool:
        import ctypes

        remote = 4  # DRIVE_REMOTE
        kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
        return folder.drive.startswith("\\\\") or kind == remote

else:

    def _windows_remote(folder: Path) -> bool:
        raise OSError(f"not Windows: {folder.anchor}")

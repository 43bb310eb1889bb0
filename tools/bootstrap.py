"""Make .venv with the pinned packages: `python3 tools/bootstrap.py base|test`; says in one line what is in the way.

Written so that an old Python can read it and say that it is too old.
"""

import hashlib
import os
import socket
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
# test.txt holds everything in base.txt, so that an installation for the tests will do for the site.
ENOUGH = {"base": ("base", "test"), "test": ("test",)}


def refuse(message):
    """End with one line on standard error."""
    sys.exit("make: " + message)


def tell(message):
    """Say what takes long."""
    sys.stdout.write(message + "\n")
    sys.stdout.flush()


def require_python():
    """Go on with a new enough Python: this one, or another one that is installed."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER:
        for folder in os.environ.get("PATH", "").split(os.pathsep):
            path = os.path.join(folder, name)
            # pyenv and the like keep a launcher for every version, also for those that are switched off.
            if os.access(path, os.X_OK) and subprocess.call([path, "-c", ""], stderr=open(os.devnull, "w")) == 0:
                os.execv(path, [path] + sys.argv)  # noqa: S606 a Python found on PATH
    refuse(
        "Python 3.11 or newer is needed, this is %d.%d (%s); name one with PYTHON=/path/to/python3"  # noqa: UP031
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )


def require_folder(folder, name):
    """Refuse to go on when this folder cannot be made or written to."""
    try:
        if not os.path.isdir(folder):
            os.makedirs(folder)
        probe = os.path.join(folder, ".write-test")
        with open(probe, "w"):
            pass
        os.remove(probe)
    except OSError as error:
        refuse("%s %s cannot be written to (%s)" % (name, folder, error.strerror))  # noqa: UP031


def require_port():
    """Refuse to go on when PORT is no port or somebody listens on it."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        refuse("PORT is %r; a number from 1 to 65535 is needed" % text)  # noqa: UP031
    probe = socket.socket()
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", int(text)))
    except OSError as error:
        refuse("port %s of 127.0.0.1 is not free (%s); choose another: make run PORT=8001" % (text, error.strerror))  # noqa: UP031
    finally:
        probe.close()


def make_environment():
    """Create .venv unless a working one is there."""
    if os.path.exists(PYTHON) and subprocess.call([PYTHON, "-m", "pip", "--version"], stdout=subprocess.DEVNULL) == 0:
        return
    tell("Making .venv ...")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True, check=False)
    if made.returncode:
        refuse(
            "this Python (%s) cannot make a virtual environment; on Debian or Ubuntu: "  # noqa: UP031
            "apt-get install python%d.%d-venv" % (sys.executable, sys.version_info[0], sys.version_info[1])
        )


def install(kind):
    """Install requirements/<kind>.txt into .venv, checking hashes, unless that was done with the same file."""
    for name in ENOUGH[kind]:
        if read(stamp(name)) == fingerprint(name):
            return
    tell("Installing packages (requirements/%s.txt; a minute or two) ..." % kind)  # noqa: UP031
    file = os.path.join(ROOT, "requirements", kind + ".txt")
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    if kind == "base":
        # Nobody who serves the site needs a compiler; two parsers for the tests come as source, in plain Python.
        command.append("--only-binary=:all:")
    if subprocess.call(command + ["--require-hashes", "-r", file]):
        refuse("the packages could not be installed; pip's reason stands above")
    with open(stamp(kind), "w") as target:
        target.write(fingerprint(kind))


def stamp(kind):
    """File that says which requirements .venv was made from."""
    return os.path.join(VENV, kind + ".installed")


def fingerprint(kind):
    """Hash of the pinned requirements."""
    with open(os.path.join(ROOT, "requirements", kind + ".txt"), "rb") as source:
        return hashlib.sha256(source.read()).hexdigest()


def read(path):
    """Text of a file, empty when there is none."""
    try:
        with open(path) as source:
            return source.read()
    except OSError:
        return ""


def main():
    """Check what is needed, then make and fill .venv."""
    require_python()
    require_folder(ROOT, "the folder of the project")
    if "serve" in sys.argv[2:]:
        require_folder(os.path.join(ROOT, os.environ.get("DATA_DIR") or "var"), "the data folder")
        require_port()
    make_environment()
    install(sys.argv[1])


if __name__ == "__main__":
    main()

"""Sets a bridge port's hairpin mode on and off in turn in one open session of paramiko, and reads it
back each time; prints the median in milliseconds."""
import socket
import statistics
import sys
import time

import paramiko

address, key, port, times = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
PROMPT = b"hairpin> "

connection = socket.create_connection((address, 22), 10)
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
client = paramiko.SSHClient()
client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
client.connect(address, username="root", key_filename=key, sock=connection, allow_agent=False, look_for_keys=False)
shell = client.invoke_shell(width=200)
shell.settimeout(10)


def until_prompt():
    said = b""
    while not said.endswith(PROMPT):
        part = shell.recv(65536)
        if not part:
            raise EOFError(said)
        said += part
    return said


def run(command):
    shell.sendall(command.encode() + b"\n")
    return until_prompt().decode()


shell.sendall(b"set +o emacs +o vi; unset HISTFILE; PATH=$PATH:/usr/sbin:/sbin; PS1='hair''pin> '\n")
until_prompt()
samples = []
for index in range(times + 1):
    wanted = "on" if index % 2 == 0 else "off"
    start = time.perf_counter()
    run(f"bridge link set dev {port} hairpin {wanted}")
    if f"hairpin {wanted} " not in run(f"bridge -d link show dev {port}"):
        raise SystemExit(f"hairpin does not read back as {wanted}")
    samples.append((time.perf_counter() - start) * 1000)
print(statistics.median(samples[1:]))
client.close()

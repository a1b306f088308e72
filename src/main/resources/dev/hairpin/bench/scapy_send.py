"""Sends one frame again and again by scapy; prints the seconds that it took."""
import sys
import time

from scapy.all import Ether, conf, sendp

way, device, count, frame = sys.argv[1], sys.argv[2], int(sys.argv[3]), Ether(bytes.fromhex(sys.argv[4]))
if way == "sendp":
    start = time.perf_counter()
    sendp(frame, iface=device, count=count, verbose=False)
else:
    socket = conf.L2socket(iface=device)
    start = time.perf_counter()
    for _ in range(count):
        socket.send(frame)
print(time.perf_counter() - start)

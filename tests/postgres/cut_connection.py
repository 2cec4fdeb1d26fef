# SPDX-License-Identifier: Apache-2.0
"""Cuts the connection between a client and a PostgreSQL server at each message of either direction, one after the other.

usage: cut_connection.py SERVER_PORT ACKS

For n = 1, 2, …: a proxy passes n - 1 messages on, tears the n-th in two and closes both ends; connections made later pass
whole. Each time the client posts one voucher under a key of its own. It must answer "new" or "repeat". Ends when the
client needs fewer than n messages. Says how many cuts there were and how many of them came back as a repetition: those
struck between the server's commit and its answer. The database's address comes in MINGZHANG_TEST_POSTGRES with the port
PROXY in place of the server's; the client is MINGZHANG_LOAD.
"""

import os
import socket
import subprocess
import sys
import threading

LOAD = os.environ["MINGZHANG_LOAD"]
URL = os.environ["MINGZHANG_TEST_POSTGRES"]
FIRST_MESSAGES_STRIDE = 5  # log-in and self-test: the same code whichever message is lost


class Proxy:
    """Passes messages on, but for the n-th of all."""

    def __init__(self, server_port):
        self.server_port = server_port
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.lock = threading.Lock()
        self.arm(0)
        threading.Thread(target=self.accept, daemon=True).start()

    def arm(self, nth):
        with self.lock:
            self.nth, self.count = nth, 0

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            server = socket.create_connection(("127.0.0.1", self.server_port))
            for one in (client, server):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for source, target, starts_bare in ((client, server, True), (server, client, False)):
                threading.Thread(target=self.pump, args=(source, target, starts_bare), daemon=True).start()

    def pump(self, source, target, starts_bare):
        held = b""
        try:
            while data := source.recv(65536):
                held += data
                while True:
                    head = 0 if starts_bare else 1  # the first message of a client has no type
                    if len(held) < head + 4:
                        break
                    size = head + int.from_bytes(held[head : head + 4], "big")
                    if len(held) < size:
                        break
                    message, held = held[:size], held[size:]
                    starts_bare = False
                    if self.strikes():
                        target.sendall(message[: size // 2])
                        break_off(source, target)
                        return
                    target.sendall(message)
        except OSError:
            pass
        break_off(source, target)

    def strikes(self):
        with self.lock:
            self.count += 1
            return self.count == self.nth


def break_off(*ends):
    for end in ends:
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def post(key, acks):
    done = subprocess.run([LOAD, "once", key, acks], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    return done.stdout.strip() or done.stderr.strip()


def main():
    proxy = Proxy(int(sys.argv[1]))
    os.environ["MINGZHANG_TEST_POSTGRES"] = URL.replace("PROXY", str(proxy.port))
    acks = sys.argv[2]
    if post("whole", acks) != "new":
        sys.exit("the proxy does not pass messages on")
    whole = proxy.count
    cuts = repeats = refused = 0
    n = 1
    while n <= whole:
        proxy.arm(n)
        answer = post(f"cut{n}", acks)
        cuts += 1
        if answer == "repeat":
            repeats += 1
        elif answer != "new":
            # Before it has a session, a program says that it cannot connect; nothing was asked of the books.
            refused += 1
            if "连不上数据库" not in answer:
                sys.exit(f"cut at message {n} of {whole}: {answer}")
            proxy.arm(0)
            if post(f"cut{n}", acks) != "new":
                sys.exit(f"cut at message {n}: something was booked without a session")
        n += FIRST_MESSAGES_STRIDE if n < whole // 2 else 1
    print(f"cuts {cuts}\nrepeats {repeats}\nrefused {refused}\nmessages {whole}")


main()

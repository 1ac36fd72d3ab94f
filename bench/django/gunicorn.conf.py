"""gunicorn as its manual recommends it for such a site: synchronous workers, one a core."""

bind = "127.0.0.1:0"
workers = 2
worker_class = "sync"
loglevel = "warning"
wsgi_app = "peer.wsgi:application"


def when_ready(server):
    host, port = server.LISTENERS[0].sock.getsockname()
    print(f"Django is ready at http://{host}:{port}", flush=True)

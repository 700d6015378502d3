# syntax=docker/dockerfile:1
# Two stages: the first installs, the second only runs. Nothing is downloaded at run time.
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
# A folder or index with a CPU build of torch keeps the image small: --build-arg PIP_FIND_LINKS=…
ARG PIP_FIND_LINKS=""
ARG PIP_EXTRA_INDEX_URL=""
WORKDIR /src
RUN python -m venv /opt/parallax && /opt/parallax/bin/pip install --upgrade pip
COPY pyproject.toml constraints.txt README.md LICENSE NOTICE ./
RUN /opt/parallax/bin/pip install --constraint constraints.txt torch
COPY api api
COPY analysis analysis
RUN /opt/parallax/bin/pip install --constraint constraints.txt .

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/parallax parallax
COPY --from=build /opt/parallax /opt/parallax
COPY seeds /usr/share/parallax/seeds
ENV PATH=/opt/parallax/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    HF_HUB_OFFLINE=1 \
    DATABASE_URL=sqlite:////var/lib/parallax/parallax.db \
    PARALLAX_HOST=0.0.0.0 \
    PARALLAX_PORT=8000
USER parallax
WORKDIR /var/lib/parallax
VOLUME /var/lib/parallax
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PARALLAX_PORT\"]}/healthz', timeout=4)"]
CMD ["parallax", "serve"]

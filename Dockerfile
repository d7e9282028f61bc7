FROM python:3.13-slim-trixie

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN useradd --system --uid 10001 --no-create-home shanzhi \
    && install -d -o shanzhi -g shanzhi -m 0750 /var/lib/shanzhi /var/lib/shanzhi/static
WORKDIR /app

COPY requirements/base.txt requirements/base.txt
RUN python -m pip install --require-hashes -r requirements/base.txt

COPY . .
RUN python -m compileall -q config governance grids disputes property deeds demo

USER shanzhi
ENV VAR_DIR=/var/lib/shanzhi
VOLUME /var/lib/shanzhi
EXPOSE 8000
CMD ["python", "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]

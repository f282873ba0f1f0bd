# On Record in a container:
#   docker build -t onrecord .
#   docker run -v "$PWD/data:/data" onrecord build reports --into record.duckdb
# The desk for others, with passwords (`review coder`), behind a proxy that speaks HTTPS:
#   docker run -v "$PWD/data:/data" -p 8765:8765 onrecord serve record.duckdb --host 0.0.0.0 --name desk.example.org
FROM python:3.12-slim

RUN useradd --create-home --uid 10001 onrecord && mkdir /data && chown onrecord /data
COPY . /src
RUN pip install --no-cache-dir '/src[desk,pdf,tables,xlsx]' && rm -rf /src
USER onrecord
WORKDIR /data
VOLUME /data
EXPOSE 8765
STOPSIGNAL SIGTERM
ENTRYPOINT ["onrecord"]
CMD ["--help"]

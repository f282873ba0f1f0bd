# On Record in a container: docker build -t onrecord . && docker run -v "$PWD/data:/data" onrecord --help
FROM python:3.12-slim

RUN useradd --create-home --uid 10001 onrecord && mkdir /data && chown onrecord /data
COPY . /src
RUN pip install --no-cache-dir '/src[desk,pdf,tables,xlsx]' && rm -rf /src
USER onrecord
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
ENTRYPOINT ["onrecord"]
CMD ["--help"]

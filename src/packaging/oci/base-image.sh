#!/bin/sh
# The image below Hairpin's: a Debian with what it needs, as target/base-image.tar, made by debootstrap, as root. Takes two
# minutes and a Debian mirror. Then: mvn -P 'release,image' package writes target/hairpin-image.tar, without any daemon.
# The same mirror state gives the same files, but for what packages write when they are set up.
set -eu
cd "$(dirname "$0")/../../.."
mirror=${1:-http://deb.debian.org/debian}
command -v debootstrap >/dev/null || { echo "base-image: debootstrap is missing. Next: apt-get install debootstrap" >&2; exit 3; }
mkdir -p target
work=$(mktemp -d "$PWD/target/base-image.XXXXXX")
trap 'rm -rf "$work"' EXIT
packages=bash,openjdk-17-jre-headless,iproute2,libpcap0.8,qemu-system-x86,busybox-static,netcat-openbsd
packages=$packages,openssh-server,openssh-client,snmpd,ethtool,ca-certificates
debootstrap --variant=minbase --include="$packages" bookworm "$work/root" "$mirror" >&2
rm -rf "$work/root/var/cache/apt/archives"/*.deb "$work/root/var/log"/* "$work/root/etc/ssh"/ssh_host_*
mkdir "$work/image"
tar --sort=name --numeric-owner --mtime=@0 -C "$work/root" -cf "$work/image/layer.tar" .
digest=$(sha256sum "$work/image/layer.tar")
cat >"$work/image/config.json" <<JSON
{"architecture": "$(dpkg --print-architecture)", "os": "linux", "created": "1970-01-01T00:00:00Z",
 "config": {"Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8"]},
 "rootfs": {"type": "layers", "diff_ids": ["sha256:${digest%% *}"]}}
JSON
echo '[{"Config": "config.json", "RepoTags": ["hairpin-base:bookworm"], "Layers": ["layer.tar"]}]' >"$work/image/manifest.json"
tar -C "$work/image" -cf target/base-image.tar manifest.json config.json layer.tar

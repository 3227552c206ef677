# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Rooms: fresh Debians with their base system alone, to try things in. For the scripts of this folder, which set
#   room    the folder of the room
#   suite   the Debian release
#   mirror  the mirror, or empty for that of this machine's apt

# This machine's lines for the suite, in the form of sources.list.
apt_lines() {
  # shellcheck disable=SC2016 # the names are apt's, not the shell's
  apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' 2>/dev/null \
    | grep -E " $suite(-updates|-security)? " || true
}

make_room() {
  local lines conf
  lines=$(apt_lines)
  mirror=${mirror:-$(awk -v suite="$suite" '$3 == suite { print $2; exit }' <<<"$lines")}
  [[ $mirror ]] || { printf '%s\n' 'apt names no Debian mirror here' >&2; return 1; }
  debootstrap --variant=minbase "$suite" "$room" "$mirror" >"$room.log" 2>&1 \
    || { tail -n 20 "$room.log" >&2; rm -f "$room.log"; return 1; }
  rm -f "$room.log"
  printf '%s\n' "${lines:-deb $mirror $suite main}" >"$room/etc/apt/sources.list"
  cp -L /etc/resolv.conf "$room/etc/resolv.conf"
  # How apt reaches its mirror from here: proxies, certificates, clocks.
  for conf in /etc/apt/apt.conf.d/*; do
    if grep -qsi '^[[:space:]]*Acquire::' "$conf"; then cp "$conf" "$room/etc/apt/apt.conf.d/"; fi
  done
  printf '#!/bin/sh\nexit 101\n' >"$room/usr/sbin/policy-rc.d" # no service is to start in here
  chmod +x "$room/usr/sbin/policy-rc.d"
}

# inside COMMAND: in the room, with its own /proc, and with nothing of this shell's environment but proxies.
inside() {
  # shellcheck disable=SC2016 # expanded by the inner shell
  unshare -m sh -c 'mount --make-rprivate / && mount -t proc proc "$0/proc" && exec chroot "$0" "$@"' "$room" \
    env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} ${no_proxy:+no_proxy="$no_proxy"} \
    sh -c "$1"
}

# What comes from Debian's packages; sourced by what installs them. Needs root, or sudo that asks for no password.

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# fetched COMMAND…: three tries, for the network may fail for a moment.
fetched() { "$@" || { sleep 10; "$@"; } || { sleep 30; "$@"; }; }

# packages NAME…: installs them here.
packages() {
    as_root apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

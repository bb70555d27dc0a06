#!/usr/bin/env bash
# A real database server for tests, in a folder of its own; nothing of this machine is changed but for the package debootstrap.
#
#   server.sh start mysql|mariadb-10.11 DIR PORT [OPTION…]     root with an empty password, on loopback only
#   server.sh stop DIR
#   server.sh client DIR PORT PROGRAM [ARGUMENT…]              one of its client programs, as root at the running server
#
# Its programs are Debian's: unstable has MySQL, release 12 has MariaDB 10.11. They are unpacked once into DIR/root (about a
# minute and 750 MB); each start keeps the data of the one before. Needs root, or sudo that asks for no password.
set -euo pipefail

usage() { sed -n '4,6p' "$0" >&2; exit 2; }

. "$(dirname "$0")/debian.sh"

# Into an empty folder, where a try that failed has left nothing.
bootstrap() {
    as_root rm -rf "$root" && mkdir -p "$root" && as_root debootstrap --variant=minbase "$@"
}

unpack() {
    local suite=$1 package=$2 mirror
    if ! command -v debootstrap >/dev/null; then
        fetched packages debootstrap >/dev/null
    fi
    mirror=$(awk '$1 == "URIs:" {print $2; exit} $1 == "deb" && $2 ~ /^http/ {print $2; exit}' \
        /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true)
    fetched bootstrap --include="$package" "$suite" "$root" ${mirror:+"$mirror"} \
        >"$dir/debootstrap.log" 2>&1 || { tail -n 5 "$dir/debootstrap.log" >&2; exit 1; }
}

initialize() {
    if [ "$product" = mysql ]; then
        as_root chroot "$root" /usr/sbin/mysqld --no-defaults --initialize-insecure --user=root --datadir=/data
    else
        as_root chroot "$root" mariadb-install-db --no-defaults --basedir=/usr --user=root --datadir=/data --auth-root-authentication-method=normal --skip-name-resolve --force
    fi >"$dir/initialize.log" 2>&1 || { tail -n 5 "$dir/initialize.log" >&2; exit 1; }
}

start() {
    case $product in
        mysql) [ -x "$root/usr/bin/mysqldump" ] || unpack sid mysql-server-core,mysql-client-core ;;
        mariadb-10.11) [ -x "$root/usr/sbin/mariadbd" ] || unpack bookworm mariadb-server-core,mariadb-client-core ;;
        *) usage ;;
    esac
    stop
    as_root mkdir -p "$root/run/mysqld"
    if ! as_root test -d "$root/data/mysql"; then
        as_root rm -rf "$root/data"
        initialize
    fi
    as_root rm -f "$root/data/error.log"
    local options=(--no-defaults --user=root --datadir=/data --bind-address=127.0.0.1 --port="$port"
        --socket=/run/mysqld/test.sock --pid-file=/run/mysqld/test.pid --log-error=/data/error.log "$@")
    # MariaDB calls its program mariadbd; both know it as mysqld.
    local program=/usr/sbin/mysqld
    if [ "$product" = mysql ]; then options+=(--mysqlx=OFF --secure-file-priv=NULL); else program=/usr/sbin/mariadbd; fi
    as_root nohup setsid chroot "$root" "$program" "${options[@]}" >/dev/null 2>&1 </dev/null &
    for _ in $(seq 120); do
        if as_root grep -q 'ready for connections' "$root/data/error.log" 2>/dev/null && as_root test -s "$pid"; then
            return 0
        fi
        sleep 0.5
    done
    as_root tail -n 5 "$root/data/error.log" >&2
    exit 1
}

stop() {
    as_root test -s "$pid" || return 0
    local number
    number=$(as_root cat "$pid")
    as_root kill "$number" 2>/dev/null || true
    for _ in $(seq 120); do
        as_root kill -0 "$number" 2>/dev/null || break
        sleep 0.25
    done
    as_root rm -f "$pid"
}

action=${1:-}
case $action in
    start) [ $# -ge 4 ] || usage; product=$2 dir=$(realpath -m "$3") port=$4; shift 4 ;;
    stop) [ $# -eq 2 ] || usage; dir=$(realpath -m "$2") ;;
    client) [ $# -ge 4 ] || usage; dir=$(realpath -m "$2") port=$3 program=$4; shift 4 ;;
    *) usage ;;
esac
mkdir -p "$dir"
root=$dir/root pid=$root/run/mysqld/test.pid
case $action in
    start) start "$@" ;;
    stop) stop ;;
    client) as_root chroot "$root" "$program" --no-defaults --protocol=tcp --host=127.0.0.1 --port="$port" --user=root "$@" ;;
esac

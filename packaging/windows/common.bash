# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the scripts of this folder share. Everything they make is below build/windows.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
work=$root/build/windows
qt_version=6.4.2
# qtbase for MinGW: a folder, or an archive of one. Made absolute, because scripts change folders.
qt_source=${OVERFIT_MINGW_QT:-$root/../shared/windows/qt6-base-$qt_version-mingw64.tar.xz}
qt_source=$(realpath -m -- "$qt_source")
qt=$work/qt6-base-$qt_version-mingw64
[[ ! -d $qt_source ]] || qt=$qt_source
mingw=x86_64-w64-mingw32
jobs=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
check=${0##*/}

say() { printf '%s\n' "$check: $*"; }
fail() { printf '%s\n' "$check: $*" >&2; exit 1; }

# step NAME COMMAND...: runs it and says how long it took.
step() {
  local name=$1 started=$SECONDS
  shift
  "$@"
  say "$name: $((SECONDS - started)) s"
}

# One build of one commit gives the same files as another: times in them are that of the commit, whatever the clock zone
# and the umask of the builder.
fix_times() {
  SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 1000000000)}
  export SOURCE_DATE_EPOCH TZ=UTC
  umask 022
}

# cross_configure FOLDER OPTION...: a build for Windows without the window.
cross_configure() {
  local folder=$1 roots=$work/root
  shift
  [[ -d $qt ]] && roots+=";$qt"
  if command -v ccache >/dev/null; then
    export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
  fi
  cmake -G Ninja -S "$root" -B "$folder" --log-level=WARNING --no-warn-unused-cli \
    -DCMAKE_BUILD_TYPE=Release -DOVERFIT_CORE_ONLY=ON \
    --toolchain "$root/cmake/toolchains/mingw-w64-x86_64.cmake" "-DOVERFIT_MINGW_ROOTS=$roots" -DQT_HOST_PATH=/usr \
    "-DQT_HOST_PATH_CMAKE_DIR=/usr/lib/$(gcc -print-multiarch)/cmake" "$@" >"$folder.log"
}

# build FOLDER TARGET...
build() {
  local folder=$1
  shift
  cmake --build "$folder" --parallel "$jobs" --target "$@" >"$folder.log" 2>&1 \
    || { cat "$folder.log"; fail "the build failed"; }
}

# windows_path PATH: as a program under Wine knows it.
windows_path() { printf 'Z:%s\n' "${1//\//\\}"; }

# Wine in a folder of its own, without a display and without the entries that it makes in the menus of this system.
start_wine() {
  local runtime=("$(dirname "$($mingw-g++-posix -print-file-name=libstdc++-6.dll)")" "/usr/$mingw/lib" "$qt/bin") folder
  export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe=' WINEPATH=''
  for folder in "${runtime[@]}"; do
    WINEPATH+=${WINEPATH:+;}$(windows_path "$(readlink -m "$folder")")
  done
  unset DISPLAY WAYLAND_DISPLAY
  trap stop_wine EXIT
  if [[ ! -e $WINEPREFIX/.made || -e $WINEPREFIX/.littered ]]; then
    rm -rf "$WINEPREFIX"
    wineboot --init >"$work/wineboot.log" 2>&1 || fail "Wine does not start; see $work/wineboot.log"
    wineserver --wait
    touch "$WINEPREFIX/.made"
  fi
  wineserver --persistent >/dev/null 2>&1 || true # it runs already
}

# in_wine PROGRAM [ARGUMENT...]: into $wine_output go output and errors. Never into a pipe: the services of Wine, which
# stay, would keep it open.
wine_output=$work/wine.out
in_wine() { wine "$@" </dev/null >"$wine_output" 2>&1; }

stop_wine() { wineserver --kill >/dev/null 2>&1 || true; }

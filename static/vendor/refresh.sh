#!/bin/sh
# Fetches the front-end files again, cuts the icon sprite down to ICONS, and writes manifest.json.
# For maintainers; nobody needs npm to run the portal. Run from anywhere: static/vendor/refresh.sh
set -eu

BOOTSTRAP=5.3.9
ICON_SET=1.13.2
ECHARTS=6.1.0
IDB=8.0.4
ICONS="archive arrow-counterclockwise arrow-down arrow-left arrow-repeat arrow-right arrow-up arrow-up-right
award bank bar-chart bell bookmark box-arrow-in-right box-arrow-right box-arrow-up-right building buildings
calendar-check calendar-week camera card-checklist cash-coin chat-square-text check-circle check-lg
chevron-down chevron-left chevron-right chevron-up circle clipboard-check clock clock-history cloud-arrow-up
cloud-check cloud-slash cone-striped dash-circle diagram-3 display door-open download exclamation-circle
exclamation-octagon exclamation-triangle eye eye-slash file-earmark-arrow-down file-earmark-arrow-up file-earmark-check
file-earmark-text flag folder fonts forward funnel gear geo-alt graph-up grid-3x3-gap hand-thumbs-up
hourglass-split house house-check house-door house-gear inbox info-circle journal-check journal-text key
keyboard layers link-45deg list list-task lock map megaphone mic mortarboard paperclip pause-circle pencil people
person person-badge person-circle person-plus person-walking phone plus-circle plus-lg printer qr-code
question-circle reply search send shield-check signpost-split star telephone three-dots tools translate trash
truck upload x-circle x-lg"

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "bootstrap@$BOOTSTRAP" "bootstrap-icons@$ICON_SET" "echarts@$ECHARTS" "idb@$IDB" >/dev/null
for archive in *.tgz; do
  mkdir "${archive%-*}" && tar -xzf "$archive" -C "${archive%-*}" --strip-components=1
done

mkdir -p "$here/bootstrap" "$here/bootstrap-icons" "$here/echarts" "$here/idb"
cp bootstrap/LICENSE "$here/bootstrap/LICENSE"
cp bootstrap-icons/LICENSE "$here/bootstrap-icons/LICENSE"
cp echarts/LICENSE echarts/NOTICE "$here/echarts/"
cp idb/LICENSE idb/build/index.js "$here/idb/"
# The source maps are not shipped, so the lines naming them go too.
sed '/^\/\*# sourceMappingURL/d' bootstrap/dist/css/bootstrap.min.css >"$here/bootstrap/bootstrap.min.css"
sed '/^\/\/# sourceMappingURL/d' bootstrap/dist/js/bootstrap.bundle.min.js >"$here/bootstrap/bootstrap.bundle.min.js"
cp echarts/dist/echarts.simple.min.js "$here/echarts/echarts.simple.min.js"

sprite="$here/bootstrap-icons/sprite.svg"
printf '<svg xmlns="http://www.w3.org/2000/svg">\n' >"$sprite"
for icon in $ICONS; do
  body=$(tr -d '\n' <"bootstrap-icons/icons/$icon.svg" | sed 's/^<svg[^>]*>//; s/<\/svg>$//; s/  */ /g')
  printf '<symbol id="%s" viewBox="0 0 16 16">%s</symbol>\n' "$icon" "$body" >>"$sprite"
done
printf '</svg>\n' >>"$sprite"

python3 - "$here" "$BOOTSTRAP" "$ICON_SET" "$ECHARTS" "$IDB" <<'PY'
import hashlib, json, pathlib, sys

here = pathlib.Path(sys.argv[1])
versions = dict(zip(("bootstrap", "bootstrap-icons", "echarts", "idb"), sys.argv[2:6]))
licences = {"bootstrap": "MIT", "bootstrap-icons": "MIT", "echarts": "Apache-2.0", "idb": "ISC"}
files = sorted(path for path in here.glob("*/*") if path.name not in ("LICENSE", "NOTICE"))
rows = [
    {
        "file": str(path.relative_to(here)),
        "name": path.parent.name,
        "version": versions[path.parent.name],
        "licence": licences[path.parent.name],
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    for path in files
]
(here / "manifest.json").write_text(json.dumps(rows, indent=2) + "\n")
PY

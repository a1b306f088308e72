# Builds one lab: keys, namespaces, links, the bridge where it is Linux's own.
#   sh up.sh FOLDER KIND HOST SWITCH MANAGEMENT
# FOLDER holds the batch files of ip(8) and the names of the switch's ports, KIND is linux-bridge or
# open-vswitch; the rest are the namespaces' names.
cd "$1" || exit 1
case $2 in linux-bridge) forwarding='bridge_slave state forwarding' ;; *) forwarding='swp.*state UP' ;; esac
shift
count=$(grep -c . ports)
umask 077
ssh-keygen -q -t ed25519 -N '' -C hairpin -f host-key &
one=$!
ssh-keygen -q -t ed25519 -N '' -C hairpin -f user-key &
other=$!
ip -batch namespaces.batch || exit 1
ip -n "$2" -batch host.batch || exit 1
ip -n "$4" -batch management.batch || exit 1
ip -n "$3" -batch switch.batch || exit 1
wait $one || exit 1
wait $other || exit 1
# A link works once the kernel has dealt with its carrier, in its own time.
tries=0
while :; do
  ports=$(ip -n "$3" -o -d link show up)
  nics=$(ip -n "$2" -o link show up)
  if [ "$(echo "$ports" | grep -c "$forwarding")" = "$count" ] &&
    [ "$(echo "$nics" | grep -c 'eth.*state UP')" = $((count - 1)) ]; then exit 0; fi
  tries=$((tries + 1))
  if [ $tries -gt 400 ]; then break; fi
  sleep 0.005
done
printf 'waited for %s ports that forward and all NICs that are up; last seen:\n%s\n%s\n' "$count" "$ports" "$nics"
exit 1

# Twelve checks by hand: three modes, hairpin on and off, both directions. Each station is a macvtap
# with an address in a network namespace of its own, which ends with the process that holds it.
set -u
nic=$1 switch=$2 port=$3 seen=$4
right=0
trap 'kill $a $b 2>/dev/null' EXIT

station() {
  unshare -n sleep 120 &
  while [ "$(readlink /proc/$!/ns/net)" = "$(readlink /proc/$$/ns/net)" ]; do sleep 0.01; done
}
station; a=$!
station; b=$!

plug() { # process, name, mode, address
  ip link add link "$nic" name "$2" type macvtap mode "$3"
  ip link set "$2" netns "$1"
  nsenter -t "$1" -n ip address add "$4/24" dev "$2"
  nsenter -t "$1" -n ip link set "$2" up
}

check() { # mode, hairpin, the sender's process, the receiver's address
  # Through the switch, request and reply leave the NIC; past it, nothing does. Not both directions: of
  # frames between bridge stations, too, the kernel shows the NIC's taps one coming in.
  case $1-$2 in
    vepa-on) wanted=yes-2 ;;
    bridge-*) wanted=yes-0 ;;
    *) wanted=no-0 ;;
  esac
  ip netns exec "$switch" bridge link set dev "$port" hairpin "$2"
  plug $a bya "$1" 198.51.100.1
  plug $b byb "$1" 198.51.100.2
  rm -f "$seen" "$seen.said"
  tcpdump -i "$nic" -Q out -n -p --immediate-mode -U -Z root -c 2 -w "$seen" icmp 2>"$seen.said" &
  watching=$!
  until grep -qs listening "$seen.said"; do sleep 0.01; done
  if nsenter -t "$3" -n ping -n -c1 -W1 "$4" >/dev/null; then answered=yes; else answered=no; fi
  # It ends by itself when it has both.
  if [ $answered-2 != $wanted ]; then kill -INT $watching; fi
  wait $watching
  frames=$(tcpdump -n -r "$seen" 2>/dev/null | wc -l)
  nsenter -t $a -n ip link delete bya
  nsenter -t $b -n ip link delete byb
  if [ "$answered-$frames" = $wanted ]; then right=$((right + 1)); else echo "$1 $2: $answered, $frames frames"; fi
}

for mode in vepa bridge private; do
  for hairpin in on off; do
    check $mode $hairpin $a 198.51.100.2
    check $mode $hairpin $b 198.51.100.1
  done
done
echo "$right right"

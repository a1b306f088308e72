# A /run of one's own; read by scripts that run inside 'ip netns exec', so that mounts are theirs and
# go with them. $folder is the lab's folder. Where the switch is Open vSwitch, its sockets are in the
# folder too, and here they are where its commands look for them.
exec 9<"$folder"
mount -n -t tmpfs -o mode=755,size=1m hairpin /run
if [ ! -d "$folder/home" ]; then # it lay below /run
  mkdir -p "$folder"
  mount -n -c --bind /proc/self/fd/9 "$folder"
fi
exec 9<&-
if [ -d "$folder/openvswitch" ]; then
  mkdir -m 755 /run/openvswitch
  mount -n --bind "$folder/openvswitch" /run/openvswitch
fi

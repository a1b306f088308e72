# Starts Open vSwitch for one lab, with a bridge br0 of the userspace datapath; runs inside 'ip netns
# exec'. The shell becomes ovs-vswitchd, and ovsdb-server dies with it.
#   sh openvswitch.sh FOLDER
# When br0 forwards between all of its ports, there is a file FOLDER/ready.
set -e
folder=$1
. "$folder/private-run.sh"
if [ ! -c /dev/net/tun ]; then # a container often lacks the node, and has the driver
  mkdir -p "$folder/dev"
  mount -n -t tmpfs -o mode=755,size=1m hairpin "$folder/dev"
  for each in null zero random urandom; do
    : >"$folder/dev/$each"
    mount -n --bind /dev/$each "$folder/dev/$each"
  done
  mkdir "$folder/dev/net"
  mknod "$folder/dev/net/tun" c 10 200
  mount -n --rbind "$folder/dev" /dev
fi
if ! (exec 3<>/dev/net/tun) 2>/dev/null; then
  echo "this kernel has no tun driver, and Open vSwitch makes br0 with it. Next: modprobe tun"
  exit 1
fi

log='-vconsole:info -vsyslog:off -vfile:off'
database=$folder/openvswitch/conf.db
ovsdb-tool $log create "$database" /usr/share/openvswitch/vswitch.ovsschema
setpriv --pdeathsig KILL ovsdb-server "$database" $log --no-chdir \
  --remote=punix:/run/openvswitch/db.sock --unixctl=/run/openvswitch/ovsdb-server.ctl &
tries=0
until ovs-vsctl --no-wait --timeout=5 init 2>/run/said; do
  tries=$((tries + 1))
  if [ $tries -gt 100 ]; then
    cat /run/said
    exit 1
  fi
  sleep 0.01
done

# Waits for ovs-vswitchd, which this shell becomes meanwhile, to have done all of it. Without a
# controller and in standalone mode, br0 learns and forwards by itself.
names=$(cat "$folder/ports")
wanted=
set_up() {
  number=0
  add=
  for each in $names; do
    number=$((number + 1))
    add="$add -- add-port br0 $each -- set interface $each ofport_request=$number"
    wanted="$wanted${wanted:+ }$number"
  done
  ovs-vsctl --timeout=9 -- add-br br0 \
    -- set bridge br0 datapath_type=netdev fail_mode=standalone $add &&
    ports=$(for each in $names; do ovs-vsctl get interface $each ofport; done) &&
    [ "$(echo $ports)" = "$wanted" ] && : >"$folder/ready"
}
main=$$
(set_up || { echo "br0 of Open vSwitch has the ports '$(echo $ports)' in place of '$wanted'"; kill $main; }) &
exec ovs-vswitchd unix:/run/openvswitch/db.sock $log --no-chdir --pidfile

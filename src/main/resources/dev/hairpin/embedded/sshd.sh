# Starts sshd for one lab; runs inside 'ip netns exec', so that mounts are its own and go with it.
#   sh sshd.sh FOLDER
# FOLDER holds sshd_config, shadow (an unlocked root: without PAM sshd refuses an account whose
# password begins with '!'), and empty files in place of the machine's login records.
set -e
folder=$1
exec 9<"$folder"
mount -n -t tmpfs -o mode=755,size=1m hairpin /run
mkdir -m 755 /run/sshd
if [ ! -e "$folder/sshd_config" ]; then # it lay below /run
  mkdir -p "$folder"
  mount -n -c --bind /proc/self/fd/9 "$folder"
fi
exec 9<&-
mount -n --bind "$folder/shadow" /etc/shadow
for each in wtmp btmp lastlog; do
  if [ -e /var/log/$each ]; then mount -n --bind "$folder/$each" /var/log/$each; fi
done
exec /usr/sbin/sshd -D -e -f "$folder/sshd_config"

# Starts sshd for one lab; runs inside 'ip netns exec'.
#   sh sshd.sh FOLDER
# FOLDER holds sshd_config, shadow (an unlocked root: without PAM sshd refuses an account whose
# password begins with '!'), and empty files in place of the machine's login records.
set -e
folder=$1
. "$folder/private-run.sh"
mkdir -m 755 /run/sshd
mount -n --bind "$folder/shadow" /etc/shadow
for each in wtmp btmp lastlog; do
  if [ -e /var/log/$each ]; then mount -n --bind "$folder/$each" /var/log/$each; fi
done
exec /usr/sbin/sshd -D -e -f "$folder/sshd_config"

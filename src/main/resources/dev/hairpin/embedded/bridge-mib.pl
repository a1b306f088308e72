#!/usr/bin/perl
# BRIDGE-MIB (RFC 4188) of one bridge, for net-snmp's pass_persist; for a Linux bridge a writable
# reflective relay of each port too (with Open vSwitch that is a matter of OpenFlow). It asks
# iproute2, not sysfs: /sys shows the namespace it was mounted in, and where a private mount is not
# possible (a chroot) that is the wrong one. What was set and what was learned is asked for anew by
# each get. Only a walk goes on in the rows that its first request found, so that a table of many
# ports is asked for once and not once for each row, and which ports there are is kept for a second.
#
#   bridge-mib.pl BRIDGE linux-bridge|open-vswitch
#
# Relay: 1.3.6.1.4.1.8072.9999.9999.48.1.1.2.<bridge port>, INTEGER enabled(1), disabled(2).
use strict;
use warnings;

my $BRIDGE = shift // 'br0';
my $KIND   = shift // 'linux-bridge';
my $MIB    = '.1.3.6.1.2.1.17';
my $RELAY  = '.1.3.6.1.4.1.8072.9999.9999.48.1.1.2';
my %STATE  = (disabled => 1, blocking => 2, listening => 3, learning => 4, forwarding => 5);

# The lines a command prints.
sub lines {
    open(my $pipe, '-|', @_) or return ();
    my @lines = <$pipe>;
    close($pipe);
    return @lines;
}

# The bridge's ports: number => {name, index, state, hairpin}.
sub ports { return $KIND eq 'open-vswitch' ? openflow_ports() : linux_ports() }

# The same as they were in this second: which there are, not how they are set.
my %known = (at => 0, ports => {}, address => '');

sub known {
    my ($what) = @_;
    if ($known{at} != time) {
        my ($link) = lines(qw(ip -o link show dev), $BRIDGE);
        my ($address) = ($link // '') =~ m{link/ether ([0-9a-f:]{17})};
        %known = (at => time, ports => ports(), address => $address // '');
    }
    return $known{$what};
}

# Open vSwitch numbers them as OpenFlow does; without spanning tree they all forward.
sub openflow_ports {
    my %index = map { /^(\d+): ([^:@\s]+)/ ? ($2 => $1) : () } lines(qw(ip -o link show));
    my %ports;
    my @ask = qw(ovs-vsctl --timeout=2 --format=csv --no-headings);
    for (lines(@ask, '--columns=name,ofport', qw(list interface))) {
        my ($name, $number) = /^"?([^",]+)"?,(\d+)$/ or next;
        next if $name eq $BRIDGE;
        $ports{$number} =
          { name => $name, index => $index{$name} // 0, state => 'forwarding', hairpin => 'off' };
    }
    return \%ports;
}

sub linux_ports {
    my %ports;
    for (lines(qw(ip -o -d link show master), $BRIDGE)) {
        my ($index, $name) = /^(\d+): ([^:@\s]+)/ or next;
        my ($number) = /\bport_no (0x[0-9a-f]+)/  or next;
        my ($state)   = /\bbridge_slave state (\w+)/;
        my ($hairpin) = /\bhairpin (on|off)/;
        $ports{ hex $number } =
          { name => $name, index => $index, state => $state // '', hairpin => $hairpin // 'off' };
    }
    return \%ports;
}

# The forwarding database, or what it has of one address: MAC address as in an OID => [port, status].
sub stations { return $KIND eq 'open-vswitch' ? openflow_stations(@_) : linux_stations(@_) }

sub oid_of { return join '.', map { hex } split /:/, shift }
sub mac_of { return join ':', map { sprintf '%02x', $_ } split /\./, shift }

sub openflow_stations {
    my ($ports) = @_;
    my %stations;
    for (lines(qw(ovs-appctl --timeout=2 fdb/show), $BRIDGE)) {
        my ($port, $mac) = /^\s*(\w+)\s+\d+\s+([0-9a-f:]{17})\s/ or next;
        $stations{ oid_of($mac) } = $ports->{$port} ? [ $port, 3 ] : [ 0, 4 ];    # learned, self
    }
    return \%stations;
}

sub linux_stations {
    my ($ports, $wanted) = @_;
    my %number = map { $ports->{$_}{name} => $_ } keys %$ports;
    my %stations;
    my @which = $wanted ? ('get', mac_of($wanted)) : 'show';
    for (lines(qw(bridge fdb), @which, 'br', $BRIDGE)) {
        my ($mac, $device) = /^([0-9a-f:]{17}) dev (\S+) .*\bmaster\b/ or next;
        my $status = /\bpermanent\b/ ? 4 : /\bstatic\b/ ? 5 : 3;    # self, mgmt, learned
        $stations{ oid_of($mac) } = [ $number{$device} // 0, $status ];
    }
    return \%stations;
}

# The objects of one part of the tree: [oid, type, value].
sub relays {
    return if $KIND ne 'linux-bridge';
    my $ports = ports();
    return map { [ "$RELAY.$_", 'integer', $ports->{$_}{hairpin} eq 'on' ? 1 : 2 ] } keys %$ports;
}

sub bases {
    my ($ports, $address) = (known('ports'), known('address'));
    my @objects;
    push @objects, [ "$MIB.1.1.0", 'octet', join ' ', split /:/, $address ] if $address;
    push @objects, [ "$MIB.1.2.0", 'integer', scalar keys %$ports ];
    push @objects, [ "$MIB.1.3.0", 'integer', 2 ];                  # transparent-only
    for my $port (keys %$ports) {
        my $state = $STATE{ $ports->{$port}{state} } // 6;          # broken
        push @objects,
          [ "$MIB.1.4.1.1.$port",  'integer',  $port ],
          [ "$MIB.1.4.1.2.$port",  'integer',  $ports->{$port}{index} ],
          [ "$MIB.1.4.1.3.$port",  'objectid', '.0.0' ],
          [ "$MIB.2.15.1.1.$port", 'integer',  $port ],
          [ "$MIB.2.15.1.3.$port", 'integer',  $state ],
          [ "$MIB.2.15.1.4.$port", 'integer',  1 ];
    }
    return @objects;
}

sub learned {
    my ($wanted) = @_;
    my $stations = stations(known('ports'), $wanted);
    return map {
        my ($port, $status) = @{ $stations->{$_} };
        my $octets = join ' ', map { sprintf '%02x', $_ } split /\./;
        [ "$MIB.4.3.1.1.$_", 'octet',   $octets ],
        [ "$MIB.4.3.1.2.$_", 'integer', $port ],
        [ "$MIB.4.3.1.3.$_", 'integer', $status ]
    } keys %$stations;
}

# The parts in their order, each with the place at which it begins and the one at which it has ended.
my @PARTS = (
    [ "$MIB",   \&bases,   "$MIB.3" ],
    [ "$MIB.4", \&learned, "$MIB.5" ],
    [ "$RELAY", \&relays,  "$RELAY.4294967295" ]
);

# OIDs in their own order, number by number.
sub order {
    my @left  = split /\./, $_[0];
    my @right = split /\./, $_[1];
    shift @left;
    shift @right;
    while (@left && @right) {
        my $difference = shift(@left) <=> shift(@right);
        return $difference if $difference;
    }
    return @left <=> @right;
}

# The part an OID falls into: the last that begins at or before it.
sub part {
    my ($oid) = @_;
    my @before = grep { order($PARTS[$_][0], $oid) <= 0 } 0 .. $#PARTS;
    return @before ? $before[-1] : 0;
}

sub get {
    my ($oid) = @_;
    my ($column, $mac) = $oid =~ /^\Q$MIB\E\.4\.3\.1\.([123])\.(\d+(?:\.\d+){5})$/;
    for ($mac ? station($column, $mac) : $PARTS[ part($oid) ][1]->()) {
        return @$_ if $_->[0] eq $oid;
    }
    return;
}

# The objects of one address. Its port and its status are asked for in one request, which comes here as
# two gets: the second is answered from what the first one found.
my %station = (mac => '', at => 0, objects => []);

sub station {
    my ($column, $mac) = @_;
    if ($column != 3 || $mac ne $station{mac} || time != $station{at}) {
        %station = (mac => $mac, at => time, objects => [ learned($mac) ]);
    }
    return @{ $station{objects} };
}

# The walk under way: its rows of one part in their order, where it has come to, and the second in
# which they were found. In the next second it finds them again.
my %walk = (oid => '', part => -1, rows => [], at => -1, since => 0);

sub begin_walk {
    my ($part) = @_;
    my @keyed = map { [ pack('N*', split(/\./, substr($_->[0], 1))), $_ ] } $PARTS[$part][1]->();
    my @rows  = map { $_->[1] } sort { $a->[0] cmp $b->[0] } @keyed;
    %walk = (oid => '', part => $part, rows => \@rows, at => -1, since => time);
}

# The row that the walk has come to.
sub step {
    my ($at) = @_;
    $walk{at}  = $at;
    $walk{oid} = $walk{rows}[$at][0];
    return @{ $walk{rows}[$at] };
}

sub getnext {
    my ($oid) = @_;
    my $first = part($oid);
    if ($oid eq $walk{oid} && $first == $walk{part} && time == $walk{since}) {
        return step($walk{at} + 1) if $walk{at} < $#{ $walk{rows} };
        $first++;
    }
    # The agent has a process for each tree: what lies beyond one is the other's.
    my $last = index("$oid.", "$MIB.") == 0 ? $#PARTS - 1 : $#PARTS;
    for my $part ($first .. $last) {
        next if order($oid, $PARTS[$part][2]) >= 0;
        begin_walk($part);
        for my $at (0 .. $#{ $walk{rows} }) {
            return step($at) if order($walk{rows}[$at][0], $oid) > 0;
        }
    }
    return;
}

sub set {
    my ($oid, $type, $value) = @_;
    my ($port) = $KIND eq 'linux-bridge' && $oid =~ /^\Q$RELAY\E\.(\d+)$/
      or return 'not-writable';
    my $there = ports()->{$port} or return 'not-writable';
    return 'wrong-type'  if $type ne 'integer';
    return 'wrong-value' if $value !~ /^[12]$/;
    my $flag = $value == 1 ? 'on' : 'off';
    $walk{oid} = '';
    return 'commit-failed' if system('bridge', 'link', 'set', 'dev', $there->{name}, 'hairpin', $flag);
    return 'DONE';
}

sub line {
    my $line = <STDIN>;
    exit 0 unless defined $line;    # the agent is gone
    chomp $line;
    return $line;
}

# The agent reads standard error too, as if it were an answer; ip(8) complains there whenever
# another namespace vanishes while it lists links.
open(STDERR, '>', '/dev/null');
$| = 1;
while (1) {
    my $command = line();
    if    ($command eq 'PING') { print "PONG\n" }
    elsif ($command eq 'get' || $command eq 'getnext') {
        my @answer = $command eq 'get' ? get(line()) : getnext(line());
        print @answer ? join("\n", @answer) . "\n" : "NONE\n";
    }
    elsif ($command eq 'set') {
        my $oid = line();
        my ($type, $value) = split ' ', line(), 2;
        print set($oid, $type, $value // ''), "\n";
    }
    elsif ($command eq '') { }    # the agent sends an empty line behind the value of a set
    else                   { print "NONE\n" }
}

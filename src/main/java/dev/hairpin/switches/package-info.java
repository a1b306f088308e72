/**
 * Floor 1. Reflective relay on a switch port: profiles, SSH and SNMP sessions, transcripts. Knows
 * nothing of hosts and labs.
 */
@NullMarked
package dev.hairpin.switches;

import org.jspecify.annotations.NullMarked;

/** Floor 2. What the kernel gives: shells, namespaces, links, tap devices, packet sockets. */
@NullMarked
package dev.hairpin.linux;

import org.jspecify.annotations.NullMarked;

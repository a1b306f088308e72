/**
 * Switch systems of several vendors as their documentation tells of them, on a real Linux bridge:
 * what their command lines say and take, strictly, in front of ports that really forward. They are
 * written from the vendors' documents and never from the profiles, so that an error in a profile is
 * not repeated in what it is tested with.
 */
package dev.hairpin.dialect;

package dev.hairpin.certify;

import dev.hairpin.report.Rejudged;
import dev.hairpin.report.Results;
import java.util.List;
import java.util.Map;

/**
 * What a certificate says.
 *
 * @param rejudged each check as it follows from its evidence
 * @param profiles what each switch profile is worth, by its name, such as {@code verified on Debian
 *     12}
 * @param digest SHA-256 of results.json, hexadecimal
 */
record CertificateFacts(
    CertificationProfile profile,
    Standing standing,
    Results results,
    List<Rejudged> rejudged,
    Map<String, String> profiles,
    Map<String, String> versions,
    String fingerprint,
    String digest) {}

package dev.hairpin.steps;

import dev.hairpin.host.MacvtapMode;
import dev.hairpin.lab.Member;
import dev.hairpin.verdict.Claims.Stranger;
import java.util.Optional;

/** How somebody who must not receive a frame stands to it. */
final class Strangers {
  private Strangers() {}

  static Stranger of(Member who, CheckScope.Sent sent) {
    if (who.point().equals(sent.from().point())) {
      return Stranger.SENDER;
    }
    if (isPrivate(who) || isPrivate(sent.from())) {
      return Stranger.ISOLATED;
    }
    if (isHost(who) || isHost(sent.from())) {
      return Stranger.HOST;
    }
    if (who.words().equals(Actor.UPSTREAM.toString())) {
      return Stranger.UPSTREAM;
    }
    boolean forIt =
        sent.group() || sent.to().filter(to -> to.point().equals(who.point())).isPresent();
    return forIt ? Stranger.ADDRESSEE : Stranger.BYSTANDER;
  }

  private static boolean isPrivate(Member member) {
    return member.mode().equals(Optional.of(MacvtapMode.PRIVATE));
  }

  private static boolean isHost(Member member) {
    return member.words().startsWith(Actor.HOST.toString());
  }
}

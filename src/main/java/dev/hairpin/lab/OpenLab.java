package dev.hairpin.lab;

import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.KvmHost;
import dev.hairpin.host.StationAddresses;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.switches.Hardware;
import dev.hairpin.switches.Identity;
import dev.hairpin.switches.Secrets;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchSession;
import dev.hairpin.switches.Transcript;
import dev.hairpin.wire.ProbeCodec;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * A lab while a run has it open. An uplink that can't be opened is there too, and says why; the
 * others work.
 */
public final class OpenLab {
  private static final int MOST_AT_ONCE = 8;

  /** From the run's last probe to the end of the captures, at least. */
  private static final Duration WATCHED = Duration.ofSeconds(1);

  private final LoadedLab loaded;
  private final List<UplinkSession> uplinks = new ArrayList<>();
  private final Map<String, SwitchSession> switches = new LinkedHashMap<>();
  private final Map<String, String> silent = new HashMap<>();
  private final Map<String, CompletableFuture<Optional<Identity>>> identities = new HashMap<>();
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, CompletableFuture<Hardware>> hardware = new LinkedHashMap<>();
  private final Closing closing = new Closing();
  private final GuestPreparation guests;
  private volatile boolean interrupted;
  private final Secrets secrets;

  private OpenLab(LoadedLab loaded, GuestPreparation guests, Secrets secrets) {
    this.loaded = loaded;
    this.guests = guests;
    this.secrets = secrets;
  }

  /**
   * Something of an uplink's switch that is not as it was found.
   *
   * @param remains what, with secrets masked
   */
  public record NotRestored(UplinkSession uplink, PortRemains remains) {}

  /**
   * Opens sessions with the switches and captures on the NICs. Nothing of a switch is changed.
   *
   * @param source the lab file's path or the built-in lab's name, for the undo journal
   * @param waiting how long switch ports that somebody else uses are waited for
   * @throws IOException when nothing at all can be done on the host
   */
  public static OpenLab open(
      LoadedLab loaded,
      String source,
      Placement placement,
      RunDirectory run,
      Transcript transcript,
      Secrets secrets,
      Waiting waiting)
      throws IOException {
    if (!loaded.lab().host().address().equals("local")) {
      throw new UndecidedException(
          "the lab's host is '%s', and hosts over SSH are not driven yet. Next: run hairpin on that host, with 'address: local'"
              .formatted(loaded.lab().host().address()));
    }
    RunTag tag = RunTag.random();
    HostAccess access =
        new HostAccess(
            placement.host(),
            run,
            new StationAddresses(tag.value()),
            new JournalledUndo(run, placement.host()));
    LocalShell shell = access.shell();
    KvmHost host = access.host(shell);
    OpenLab lab = new OpenLab(loaded, GuestPreparation.of(loaded.lab().host(), run.id()), secrets);
    lab.closing.add(shell);
    lab.closing.add(lab.guests);
    lab.openSwitches(placement, transcript, secrets);
    lab.notes.addAll(transcript.notes());
    lab.identify();
    Numbers numbers = new Numbers();
    lab.openUplinks(
        new UplinkOpening(
            loaded,
            source,
            placement,
            run,
            tag,
            shell,
            host,
            access.prefix(),
            lab.guests,
            waiting,
            new CableCheck(tag, numbers, host.links()),
            lab.notes::add),
        access,
        numbers);
    return lab;
  }

  private void openSwitches(Placement placement, Transcript transcript, Secrets secrets) {
    loaded
        .lab()
        .switches()
        .forEach(
            each -> {
              try {
                SwitchSession session =
                    closing.add(
                        SwitchSession.open(
                            each, loaded.profileOf(each), placement.reach(), transcript, secrets));
                switches.put(each.name(), session);
              } catch (SwitchException away) {
                silent.put(each.name(), away.getMessage());
              }
            });
  }

  /** Beside one another: each waits for its switch most of the time. */
  private void openUplinks(UplinkOpening opening, HostAccess access, Numbers numbers)
      throws IOException {
    UpstreamWatch upstream = closing.add(new UpstreamWatch(opening));
    List<Lab.Uplink> wanted = loaded.lab().uplinks();
    ExecutorService threads = threads("hairpin-opening");
    try {
      List<Future<UplinkSession>> opened = new ArrayList<>();
      wanted.forEach(
          each -> opened.add(threads.submit(() -> open(each, opening, access, numbers, upstream))));
      for (Future<UplinkSession> each : opened) {
        uplinks.add(each.get());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while opening the lab");
    } catch (ExecutionException failed) {
      throw new IOException("an uplink could not be opened: " + failed.getCause(), failed);
    } finally {
      threads.shutdown();
    }
  }

  private UplinkSession open(
      Lab.Uplink uplink,
      UplinkOpening opening,
      HostAccess access,
      Numbers numbers,
      UpstreamWatch upstream) {
    Numbers own = numbers.others();
    SightingLog log = new SightingLog(opening.tag(), ProbeCodec::find, own::has);
    Optional<SwitchSession> session = Optional.ofNullable(switches.get(uplink.switchName()));
    if (session.isEmpty()) {
      return UplinkSession.broken(
          uplink, log, silent.getOrDefault(uplink.switchName(), "its switch is away"));
    }
    Closing uplinkClosing = new Closing();
    try {
      requireItsProfile(uplink);
      return UplinkSession.of(
          uplink,
          log,
          opening
              .with(access, uplinkClosing)
              .open(uplink, log, session.get(), own, upstream, uplinkClosing));
    } catch (IOException failed) {
      uplinkClosing.close();
      return UplinkSession.broken(
          uplink, log, "uplink %s: %s".formatted(uplink.name(), failed.getMessage()));
    }
  }

  /** No command of a profile is given to a system that is known to be another one. */
  private void requireItsProfile(Lab.Uplink uplink) throws IOException {
    CompletableFuture<Optional<Identity>> asked = identities.get(uplink.switchName());
    Optional<Identity> identity = asked == null ? Optional.empty() : asked.join();
    if (identity.isPresent()) {
      ProfileFit.check(uplink.switchName(), loaded.profileOf(uplink), identity.get())
          .ifPresent(notes::add);
    }
  }

  /** The uplinks, in the order of the lab file. */
  public List<UplinkSession> uplinks() {
    return List.copyOf(uplinks);
  }

  /** What the user must know of this lab whatever the verdicts are. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Begins to make what guests need: an image, and the answer which accelerator works. */
  public void prepareGuests() {
    guests.begin();
  }

  /** The accelerator that guests use, once that is known. */
  public Optional<String> accelerator() {
    return guests.answer();
  }

  /** What the switch of an uplink is, in its own words; empty when it doesn't say. */
  public Optional<Identity> identity(UplinkSession uplink) {
    CompletableFuture<Optional<Identity>> asked = identities.get(uplink.uplink().switchName());
    return asked == null ? Optional.empty() : asked.join();
  }

  /** Model and software of an uplink's switch, as far as it says. */
  public Hardware hardware(UplinkSession uplink) {
    CompletableFuture<Hardware> asked = hardware.get(uplink.uplink().switchName());
    return asked == null ? Hardware.UNKNOWN : asked.join();
  }

  /** Asked beside other work: the first answer over SNMP takes a while. */
  private void identify() {
    switches.forEach(
        (name, session) -> {
          CompletableFuture<Optional<Identity>> asked = new CompletableFuture<>();
          identities.put(name, asked);
          CompletableFuture<Hardware> made = new CompletableFuture<>();
          hardware.put(name, made);
          Thread thread =
              new Thread(
                  () -> {
                    asked.complete(identity(session));
                    made.complete(hardware(session));
                  },
                  "hairpin-identify-" + name);
          thread.setDaemon(true);
          thread.start();
        });
  }

  private static Optional<Identity> identity(SwitchSession session) {
    try {
      return Optional.of(session.identify());
    } catch (SwitchException | RuntimeException silent) {
      return Optional.empty();
    }
  }

  private static Hardware hardware(SwitchSession session) {
    try {
      return session.hardware();
    } catch (SwitchException | RuntimeException silent) {
      return Hardware.UNKNOWN;
    }
  }

  private void waitForIdentities() {
    identities.values().forEach(CompletableFuture::join);
    hardware.values().forEach(CompletableFuture::join);
  }

  /** The kernel's release. */
  public String kernel() {
    return System.getProperty("os.version");
  }

  private void add(List<NotRestored> left, UplinkSession uplink, List<PortRemains> remains) {
    for (PortRemains each : remains) {
      left.add(
          new NotRestored(
              uplink, new PortRemains(each.what(), secrets.mask(each.why()), each.told())));
    }
  }

  /**
   * Ends what guests do, from another thread: their boot, the making of their image, the command
   * that one runs. The run is to end.
   */
  public void interrupt() {
    interrupted = true;
    guests.interrupt();
    uplinks.forEach(UplinkSession::interrupt);
  }

  /** Puts everything back and lets go of everything; tries all of it. */
  public List<NotRestored> close() {
    List<NotRestored> left = new ArrayList<>();
    waitForIdentities();
    // Ports first: whatever else hangs, a switch is as it was.
    uplinks.forEach(each -> add(left, each, each.restorePort()));
    uplinks.forEach(each -> add(left, each, each.comparePort()));
    uplinks.forEach(each -> notes.addAll(each.portNotes()));
    watchOn();
    notes.addAll(closeUplinks());
    notes.addAll(closing.close());
    return left;
  }

  /** A copy that comes late flips the verdicts of the checks that came last, too. */
  private void watchOn() {
    long now = System.nanoTime();
    long left =
        uplinks.stream()
            .flatMapToLong(each -> each.lastSent().stream())
            .map(sent -> sent + WATCHED.toNanos() - now)
            .max()
            .orElse(0);
    while (System.nanoTime() - now < left
        && !interrupted
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left - (System.nanoTime() - now));
    }
  }

  /** Beside one another: the kernel takes its time to let a device go, and each has several. */
  private List<String> closeUplinks() {
    if (uplinks.isEmpty()) {
      return List.of();
    }
    ExecutorService threads = threads("hairpin-closing");
    try {
      List<CompletableFuture<List<String>>> closed =
          uplinks.stream()
              .map(each -> CompletableFuture.supplyAsync(each::close, threads))
              .toList();
      // A join, for an interrupt must not have them left half closed.
      return closed.stream().flatMap(each -> each.join().stream()).toList();
    } finally {
      threads.shutdown();
    }
  }

  private ExecutorService threads(String name) {
    return Executors.newFixedThreadPool(
        Math.min(loaded.lab().uplinks().size(), MOST_AT_ONCE), work -> new Thread(work, name));
  }
}

package dev.hairpin.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.hairpin.verdict.Entry;
import dev.hairpin.verdict.Fence;
import dev.hairpin.verdict.Grounds;
import dev.hairpin.verdict.Question;
import dev.hairpin.verdict.Traffic;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.ProbeKind;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** An {@link Account} as JSON. */
final class AccountJson {
  private static final ObjectMapper JSON = mapper();

  private AccountJson() {}

  private static ObjectMapper mapper() {
    SimpleModule values = new SimpleModule("account");
    text(values, MacAddress.class, MacAddress::parse);
    text(values, RunTag.class, text -> new RunTag(Integer.parseUnsignedInt(text, 16)));
    text(values, Duration.class, Duration::parse);
    text(values, LocalDate.class, LocalDate::parse);
    values.setMixInAnnotation(Entry.class, EntryNames.class);
    values.setMixInAnnotation(Question.class, QuestionNames.class);
    for (Class<?> each :
        List.of(
            Fence.State.class, Grounds.class, Traffic.class, ProbeKind.class, ProbeRole.class)) {
      values.setMixInAnnotation(each, JsonFormat.Kebab.class);
    }
    // Other than of results, nothing of it may be passed over.
    return JsonFormat.mapper()
        .registerModule(values)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static <T> void text(SimpleModule values, Class<T> type, TextValue.Parser<T> parser) {
    values.addSerializer(type, ToStringSerializer.instance);
    values.addDeserializer(type, new TextValue<>(type, parser));
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.OfTrial.class, name = "trial"),
    @JsonSubTypes.Type(value = Entry.OfBurst.class, name = "burst"),
    @JsonSubTypes.Type(value = Entry.OfQuestion.class, name = "question"),
    @JsonSubTypes.Type(value = Entry.OfFence.class, name = "fence"),
    @JsonSubTypes.Type(value = Entry.OfFinding.class, name = "finding"),
    @JsonSubTypes.Type(value = Entry.OfRelayChange.class, name = "relay-change"),
    @JsonSubTypes.Type(value = Entry.OfSkip.class, name = "skip")
  })
  private interface EntryNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "question")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Question.ReflectedOnce.class, name = "reflected-once"),
    @JsonSubTypes.Type(value = Question.Worked.class, name = "worked"),
    @JsonSubTypes.Type(value = Question.NotReflected.class, name = "not-reflected"),
    @JsonSubTypes.Type(value = Question.Isolated.class, name = "isolated"),
    @JsonSubTypes.Type(value = Question.Leased.class, name = "leased")
  })
  private interface QuestionNames {}

  static String write(Account account) {
    try {
      return JSON.writeValueAsString(account);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Reads.
   *
   * @throws IOException saying what is wrong with it
   */
  static Account read(String text) throws IOException {
    if (text.isEmpty()) {
      throw new IOException("it holds no account to judge by: an earlier version wrote it");
    }
    try {
      JsonNode tree = JSON.readTree(text);
      String format = tree.path("format").asText();
      if (!format.equals(Account.FORMAT)) {
        throw new IOException(
            "its account has the format '%s', not '%s'".formatted(format, Account.FORMAT));
      }
      return JSON.treeToValue(tree, Account.class);
    } catch (JsonProcessingException fault) {
      throw new IOException("its account can't be read: " + fault.getOriginalMessage(), fault);
    }
  }
}

package dev.hairpin.report;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.hairpin.capture.CapturePoint;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How this package's records look as JSON: names in kebab-case, an absent value is null. */
final class JsonFormat {
  private JsonFormat() {}

  static ObjectMapper mapper() {
    SimpleModule values = new SimpleModule("hairpin");
    values.addSerializer(new WriteOptional());
    values.addDeserializer(Optional.class, new ReadOptional(TypeFactory.unknownType()));
    values.addSerializer(Instant.class, ToStringSerializer.instance);
    values.addDeserializer(Instant.class, new ReadInstant());
    for (Class<?> each : List.of(Outcome.class, Diagnosis.class, CapturePoint.Kind.class)) {
      values.setMixInAnnotation(each, Kebab.class);
    }
    ObjectMapper mapper =
        new ObjectMapper()
            .registerModule(values)
            .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    JsonSetter.Value empty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    mapper.configOverride(List.class).setSetterInfo(empty);
    mapper.configOverride(Map.class).setSetterInfo(empty);
    mapper.configOverride(String.class).setSetterInfo(empty);
    return mapper;
  }

  /** Enumerations are written like {@code no-reflection}, which is also what their ids say. */
  @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
  interface Kebab {}

  private static final class WriteOptional extends StdSerializer<Optional<?>> {
    WriteOptional() {
      super(Optional.class, false);
    }

    @Override
    public void serialize(Optional<?> value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (value.isPresent()) {
        provider.defaultSerializeValue(value.get(), json);
      } else {
        json.writeNull();
      }
    }
  }

  private static final class ReadOptional extends JsonDeserializer<Optional<?>>
      implements ContextualDeserializer {
    private final JavaType content;

    ReadOptional(JavaType content) {
      this.content = content;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) {
      return new ReadOptional(context.getContextualType().containedTypeOrUnknown(0));
    }

    @Override
    public Optional<?> deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return Optional.ofNullable(context.readValue(parser, content));
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext context) {
      return Optional.empty();
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return Optional.empty();
    }
  }

  private static final class ReadInstant extends FromStringDeserializer<Instant> {
    ReadInstant() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) {
      return Instant.parse(text);
    }
  }
}

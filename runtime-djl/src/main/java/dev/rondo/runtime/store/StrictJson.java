package dev.rondo.runtime.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads JSON that nobody vouches for: RFC 8259 to the letter, no key twice, limits on the depth and
 * on the number of values. Numbers become {@code Long} where they are written as whole numbers that
 * fit, else {@code Double}.
 */
final class StrictJson {
  private static final int DEPTH = 16;
  private static final int VALUES = 400_000;
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  private final JsonReader reader;
  private final Place place;
  private int values;

  private StrictJson(JsonReader reader, Place place) {
    this.reader = reader;
    this.place = place;
  }

  /**
   * Reads one object with nothing but white space after it.
   *
   * @throws ModelFileException if there is anything else
   */
  static JsonObject parse(byte[] utf8, Place place) {
    try (JsonReader reader =
        new JsonReader(
            new InputStreamReader(
                new ByteArrayInputStream(utf8), StandardCharsets.UTF_8.newDecoder()))) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(DEPTH);
      if (reader.peek() != JsonToken.BEGIN_OBJECT) {
        throw place.wrong("is not a JSON object");
      }
      JsonObject object = new StrictJson(reader, place).object();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw place.wrong("has text after its JSON object");
      }
      return object;
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw place.wrong("is not valid JSON", e);
    }
  }

  private JsonElement value() throws IOException {
    if (++values > VALUES) {
      throw place.wrong("has more than " + VALUES + " values");
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> array();
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(number(reader.nextString()));
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      default -> throw place.wrong("is not valid JSON");
    };
  }

  private static Number number(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    return Double.valueOf(text);
  }

  private JsonObject object() throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String key = reader.nextName();
      if (object.has(key)) {
        throw place.wrong("has the key " + Place.quote(key) + " twice in one object");
      }
      object.add(key, value());
    }
    reader.endObject();
    return object;
  }

  private JsonArray array() throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(value());
    }
    reader.endArray();
    return array;
  }
}

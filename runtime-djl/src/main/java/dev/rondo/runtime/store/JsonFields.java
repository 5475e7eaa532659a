package dev.rondo.runtime.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, each read as the type that the format gives it. Anything else is a
 * {@link ModelFileException} that names the field.
 */
final class JsonFields {
  /** What JSON has no numbers for. */
  private static final Map<String, Double> SPECIAL =
      Map.of(
          "NaN", Double.NaN,
          "Infinity", Double.POSITIVE_INFINITY,
          "-Infinity", Double.NEGATIVE_INFINITY);

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final JsonObject object;
  private final String path;
  private final Place place;

  private JsonFields(JsonObject object, String path, Place place) {
    this.object = object;
    this.path = path;
    this.place = place;
  }

  static JsonFields parse(byte[] utf8, Place place) {
    return new JsonFields(StrictJson.parse(utf8, place), "", place);
  }

  Set<String> names() {
    return object.keySet();
  }

  boolean has(String name) {
    return object.has(name);
  }

  JsonFields object(String name) {
    if (get(name) instanceof JsonObject inner) {
      return new JsonFields(inner, path(name), place);
    }
    throw expected(name, "an object");
  }

  List<JsonFields> objects(String name) {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonElement element : array(name)) {
      if (!(element instanceof JsonObject inner)) {
        throw expected(name, "a list of objects");
      }
      objects.add(new JsonFields(inner, path(name) + "[" + objects.size() + "]", place));
    }
    return objects;
  }

  String string(String name) {
    if (get(name) instanceof JsonPrimitive value && value.isString()) {
      return value.getAsString();
    }
    throw expected(name, "a string");
  }

  /** Returns a digest of 64 lower-case hexadecimal digits. */
  String sha256(String name) {
    String digest = string(name);
    if (!SHA256.matcher(digest).matches()) {
      throw wrong(name, "is not 64 lower-case hexadecimal digits");
    }
    return digest;
  }

  /** Returns all fields, which must be strings, in order. */
  Map<String, String> strings() {
    Map<String, String> strings = new LinkedHashMap<>();
    for (String name : names()) {
      strings.put(name, string(name));
    }
    return strings;
  }

  /** Returns a whole number of at least 0. */
  long count(String name) {
    return count(name, get(name));
  }

  /** Returns a whole number of at least 0 that is an {@code int}. */
  int smallCount(String name) {
    long count = count(name);
    if (count > Integer.MAX_VALUE) {
      throw wrong(name, "is " + count + ", which is too large");
    }
    return (int) count;
  }

  /** Returns a list of whole numbers of at least 0. */
  long[] counts(String name) {
    JsonArray array = array(name);
    long[] counts = new long[array.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = count(name, array.get(i));
    }
    return counts;
  }

  /** Returns a number, which may be written as one of the strings NaN, Infinity, -Infinity. */
  double number(String name) {
    if (get(name) instanceof JsonPrimitive value) {
      if (value.isNumber()) {
        return value.getAsDouble();
      }
      Double special = SPECIAL.get(value.getAsString());
      if (special != null) {
        return special;
      }
    }
    throw expected(name, "a number");
  }

  @Nullable Double numberOrNull(String name) {
    return isNull(name) ? null : Double.valueOf(number(name));
  }

  boolean isNull(String name) {
    return get(name) instanceof JsonNull;
  }

  boolean flag(String name) {
    if (get(name) instanceof JsonPrimitive value && value.isBoolean()) {
      return value.getAsBoolean();
    }
    throw expected(name, "true or false");
  }

  ModelFileException wrong(String name, String what) {
    return place.wrong("\"" + path(name) + "\" " + what);
  }

  /** Returns what to throw where all these fields together are wrong. */
  ModelFileException wrong(IllegalArgumentException cause) {
    return place.wrong("\"" + path + "\": " + cause.getMessage(), cause);
  }

  private JsonElement get(String name) {
    JsonElement value = object.get(name);
    if (value == null) {
      throw wrong(name, "is missing");
    }
    return value;
  }

  private JsonArray array(String name) {
    if (get(name) instanceof JsonArray array) {
      return array;
    }
    throw expected(name, "a list");
  }

  private long count(String name, JsonElement element) {
    if (element instanceof JsonPrimitive value
        && value.isNumber()
        && value.getAsNumber() instanceof Long count
        && count >= 0) {
      return count;
    }
    throw expected(name, "a whole number of at least 0");
  }

  private ModelFileException expected(String name, String type) {
    String found = Place.quote(String.valueOf(object.get(name)));
    return wrong(name, "is " + found + ", expected " + type);
  }

  private String path(String name) {
    String plain = Place.clean(name);
    return path.isEmpty() ? plain : path + "." + plain;
  }
}

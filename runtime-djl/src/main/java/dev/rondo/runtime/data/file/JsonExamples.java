package dev.rondo.runtime.data.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The examples of a file with one JSON object a line. */
final class JsonExamples<E> implements Examples<E> {
  /** Python writes NaN. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final Pattern SOURCE =
      Pattern.compile(" \\((?:start marker at|for \\w+ starting at) \\[[^\\]]*\\]\\)");

  private static final char[] NULL = {'n', 'u', 'l', 'l'};

  private final Path file;
  private final TextLines lines;
  private final Schema schema;
  private final RecordReader<E> reader;
  private final Consumer<String> notices;
  private final JsonNode root;
  private final Cells cells;
  private final Set<String> ignored = new LinkedHashSet<>();
  private boolean told;

  private JsonExamples(
      Path file, TextLines lines, Schema schema, RecordReader<E> reader, Consumer<String> notices) {
    this.file = file;
    this.lines = lines;
    this.schema = schema;
    this.reader = reader;
    this.notices = notices;
    this.root = JsonNode.example(schema);
    this.cells = new Cells(schema.slots(), this::place);
  }

  static <E> JsonExamples<E> open(
      Path file, Schema schema, RecordReader<E> reader, Consumer<String> notices)
      throws IOException {
    return new JsonExamples<>(file, TextLines.open(file), schema, reader, notices);
  }

  @Override
  public @Nullable E next() throws IOException {
    if (!lines.next()) {
      return null;
    }
    cells.start(lines.number());
    schema.clearSequences();
    parse();
    tellIgnored();
    try {
      return Arguments.notNull(reader.read(cells), "example");
    } catch (RuntimeException e) {
      throw WrongRow.at(line(), e);
    }
  }

  private void parse() throws IOException {
    int length = lines.to() - lines.from();
    try (JsonParser parser = FACTORY.createParser(lines.characters(), lines.from(), length)) {
      JsonToken token = parser.nextToken();
      if (token != JsonToken.START_OBJECT) {
        throw new WrongRow(
            "%s: found %s, expected one JSON object a line."
                .formatted(line(), token == JsonToken.START_ARRAY ? "an array" : quote(parser)));
      }
      object(parser, root);
      if (parser.nextToken() != null) {
        throw new WrongRow(
            line() + ": found more after the object, expected one JSON object a line.");
      }
    } catch (JsonProcessingException e) {
      throw new WrongRow(
          "%s%s: %s. Expected one JSON object a line."
              .formatted(line(), character(e), withoutSource(e.getOriginalMessage())),
          e);
    }
  }

  /** What is too long, or too deep, has no place. */
  private static String character(JsonProcessingException problem) {
    JsonLocation location = problem.getLocation();
    return location == null ? "" : ", character " + location.getColumnNr();
  }

  /** Jackson knows only the line by itself: where that is, is said before. */
  private static String withoutSource(String message) {
    return SOURCE.matcher(message).replaceAll("");
  }

  private void object(JsonParser parser, JsonNode node) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      JsonNode field = node.fields.get(parser.currentName());
      parser.nextToken();
      if (field == null) {
        if (!told) {
          ignored.add(path(parser));
        }
        parser.skipChildren();
      } else {
        value(parser, field);
      }
    }
  }

  private void value(JsonParser parser, JsonNode node) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        if (node.fields.isEmpty()) {
          throw wrong(parser, node, "an object");
        }
        object(parser, node);
      }
      case START_ARRAY -> array(parser, node);
      case VALUE_NULL -> {
        if (node.column != null && cells.isUnset(node.column.slot)) {
          cells.putNull(node.column.slot);
        }
      }
      default -> {
        if (node.column == null) {
          throw wrong(parser, node, quote(parser));
        }
        checkOnce(node.column);
        cells.put(
            node.column.slot,
            parser.getTextCharacters(),
            parser.getTextOffset(),
            parser.getTextLength());
      }
    }
  }

  private void array(JsonParser parser, JsonNode node) throws IOException {
    if (node.elements != null) {
      elements(parser, node.elements);
    } else if (node.column != null && node.column.many() != null) {
      checkOnce(node.column);
      parts(parser, node.column);
    } else {
      throw wrong(parser, node, "an array");
    }
  }

  private void elements(JsonParser parser, JsonNode.Elements elements) throws IOException {
    SequenceColumn<?> sequence = elements.sequence;
    if (sequence.isStarted()) {
      throw new WrongRow("%s, \"%s\" is there twice.".formatted(line(), sequence.path.full()));
    }
    sequence.start();
    int length = cells.length();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      value(parser, elements.node);
      try {
        sequence.add(cells);
      } catch (RuntimeException e) {
        throw WrongRow.at(
            "%s, \"%s[%s]\"".formatted(line(), sequence.path.full(), sequence.size()), e);
      }
      cells.restart(elements.slots, length);
    }
  }

  /** Writes the elements of an array as they would be written in a cell. */
  private void parts(JsonParser parser, Column column) throws IOException {
    cells.begin(column.slot);
    char separator = column.many() == Column.Many.CONSTANTS ? '|' : ' ';
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
        throw new WrongRow(
            "%s, \"%s\": found %s in the array, expected single values."
                .formatted(
                    line(),
                    path(parser),
                    token == JsonToken.START_ARRAY ? "an array" : "an object"));
      }
      if (token == JsonToken.VALUE_NULL) {
        cells.append(NULL, 0, NULL.length);
      } else {
        cells.append(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      }
      token = parser.nextToken();
      if (token != JsonToken.END_ARRAY) {
        cells.append(separator);
      }
    }
    cells.end(column.slot);
  }

  private void checkOnce(Column column) {
    if (!cells.isUnset(column.slot)) {
      throw new WrongRow(cells.place(column) + " is there twice.");
    }
  }

  private WrongRow wrong(JsonParser parser, JsonNode node, String found) {
    String expected =
        node.elements != null
            ? "an array"
            : node.column == null
                ? "an object"
                : node.column.many() == null ? "a single value" : "an array";
    return new WrongRow(
        "%s, \"%s\": found %s, expected %s.".formatted(line(), path(parser), found, expected));
  }

  /** Returns where the parser is: {@code readings[2].engine}. */
  private static String path(JsonParser parser) {
    JsonStreamContext context = parser.getParsingContext();
    if (parser.currentToken().isStructStart()) {
      context = context.getParent(); // the parser is in the array or object already
    }
    StringBuilder path = new StringBuilder();
    for (; context != null && !context.inRoot(); context = context.getParent()) {
      String name = context.getCurrentName();
      path.insert(0, context.inArray() ? "[" + context.getCurrentIndex() + "]" : "." + name);
    }
    return path.substring(path.indexOf(".") == 0 ? 1 : 0);
  }

  private static String quote(JsonParser parser) throws IOException {
    return Wording.quote(parser.getText());
  }

  /** Tells once which fields nothing reads. */
  private void tellIgnored() {
    if (!told && !ignored.isEmpty()) {
      told = true;
      notices.accept(
          "\"%s\": ignored, because no example has them: %s"
              .formatted(file, Wording.list(ignored)));
    }
    ignored.clear();
  }

  private String line() {
    return "\"" + file + "\", line " + lines.number();
  }

  private String place(Column column, Cells row) {
    StepColumns sequence = column.sequence;
    if (sequence == null) {
      return "%s, \"%s\"".formatted(line(), column.path.full());
    }
    String own = column.path.own();
    return "%s, \"%s[%s]%s\""
        .formatted(line(), sequence.path.full(), sequence.step, own.isEmpty() ? "" : "." + own);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

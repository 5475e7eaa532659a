package dev.rondo.runtime.data.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a place in a JSON object is: a value, a sequence, a record, or several of them. */
final class JsonNode {
  final Map<String, JsonNode> fields = new HashMap<>();
  @Nullable Column column;
  @Nullable Elements elements;

  private JsonNode() {}

  /** The elements of an array. */
  static final class Elements {
    final SequenceColumn<?> sequence;
    final JsonNode node;

    /** Where their values are put. */
    final int[] slots;

    private Elements(SequenceColumn<?> sequence, JsonNode node) {
      this.sequence = sequence;
      this.node = node;
      this.slots = sequence.steps.slots();
    }
  }

  /** Returns the object that a line is. */
  static JsonNode example(Schema schema) {
    List<Column> columns = new ArrayList<>(schema.singles);
    columns.addAll(schema.sequences);
    Map<String, Integer> briefNames = Schema.briefNames(columns);
    JsonNode root = new JsonNode();
    for (Column column : columns) {
      root.at(column.path.full()).set(column);
    }
    for (Column column : columns) {
      JsonNode brief = root.at(column.path.brief());
      // whole paths go first: where another one is the same, this has no brief one
      if (brief.isFree() && Schema.isUnique(column, briefNames)) {
        brief.set(column);
      }
    }
    return root;
  }

  private JsonNode at(String path) {
    JsonNode node = this;
    if (!path.isEmpty()) {
      for (String name : path.split("\\.", -1)) {
        node = node.fields.computeIfAbsent(name, absent -> new JsonNode());
      }
    }
    return node;
  }

  private boolean isFree() {
    return column == null && elements == null;
  }

  private void set(Column found) {
    if (found instanceof SequenceColumn<?> sequence) {
      JsonNode node = new JsonNode();
      for (Column step : sequence.steps.columns) {
        node.at(step.path.own()).column = step;
      }
      elements = new Elements(sequence, node);
    } else {
      column = found;
    }
  }
}

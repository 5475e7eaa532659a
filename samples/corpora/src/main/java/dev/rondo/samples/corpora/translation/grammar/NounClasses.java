package dev.rondo.samples.corpora.translation.grammar;

import dev.rondo.samples.corpora.translation.grammar.LexiconFile.Row;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The nouns by class, by group and by their English name. */
final class NounClasses {

  private final Map<String, Set<Noun>> byName = new HashMap<>();

  /** Indexes nouns by class and by name; groups are added after them. */
  NounClasses(Collection<Noun> nouns) {
    for (Noun noun : nouns) {
      byName.computeIfAbsent(noun.kind(), kind -> new LinkedHashSet<>()).add(noun);
      String name = noun.hasSingular() ? noun.english() : noun.englishPlural();
      byName.computeIfAbsent(name.replace(' ', '_'), kind -> new LinkedHashSet<>()).add(noun);
    }
  }

  /** Adds a line "group = members" of {@code groups.txt} and returns its nouns. */
  Set<Noun> addGroup(Row row) {
    List<String> sides = Arrays.asList(row.get(0).split(" = ", -1));
    if (sides.size() != 2) {
      throw row.error("write a group like \"edible = food dish\"");
    }
    Set<Noun> members = find(sides.get(1));
    byName.put(sides.get(0), members);
    return members;
  }

  /**
   * Returns the nouns that a list of classes, groups and names stands for, in a fixed order.
   *
   * @throws IllegalArgumentException if one of them is unknown
   */
  Set<Noun> find(String names) {
    Set<Noun> found = new LinkedHashSet<>();
    for (String name : names.split(" ", -1)) {
      Set<Noun> nouns = byName.get(name);
      if (nouns == null) {
        throw new IllegalArgumentException("\"" + name + "\" is no class, group or noun");
      }
      found.addAll(nouns);
    }
    return found;
  }
}

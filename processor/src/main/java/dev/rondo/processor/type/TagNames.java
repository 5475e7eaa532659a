package dev.rondo.processor.type;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells from the names of tags whether they name spans of a sequence: {@code B_PER}, {@code I_PER}
 * and {@code O} (BIO), {@code E_PER} and {@code S_PER} besides (BIOES). The runtime has the same
 * rule in its {@code TagScheme}, where what the tags are may be known only from training.
 */
public final class TagNames {
  private static final Pattern INSIDE = Pattern.compile("[BIES][-_].+");
  private static final String OUTSIDE = "O";

  private TagNames() {}

  /** Returns whether tags of these names form a scheme. */
  public static boolean nameSpans(List<String> names) {
    Set<String> all = new HashSet<>(names);
    boolean ends = names.stream().anyMatch(name -> isPart(name, 'E') || isPart(name, 'S'));
    boolean alone = names.stream().anyMatch(name -> isPart(name, 'S'));
    boolean begins = names.stream().anyMatch(name -> isPart(name, 'B'));
    for (String name : names) {
      boolean inside = INSIDE.matcher(name).matches();
      if (!inside && !name.equals(OUTSIDE)) {
        return false;
      }
      boolean longer = inside && name.charAt(0) != 'S';
      if (longer && !(has(all, 'B', name) && (!ends || has(all, 'E', name)))) {
        return false;
      }
    }
    return ends ? alone || all.contains(OUTSIDE) : begins;
  }

  private static boolean isPart(String name, char part) {
    return INSIDE.matcher(name).matches() && name.charAt(0) == part;
  }

  private static boolean has(Set<String> names, char part, String other) {
    String label = other.substring(2);
    return names.contains(part + "-" + label) || names.contains(part + "_" + label);
  }
}

package dev.rondo;

/** The order of names with numbers in them: 9 comes before 10, and 007 before 7. */
final class NumberedNames {
  private NumberedNames() {}

  static int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
        int iEnd = end(one, i);
        int jEnd = end(other, j);
        int numbers = compareNumbers(one.substring(i, iEnd), other.substring(j, jEnd));
        if (numbers != 0) {
          return numbers;
        }
        i = iEnd;
        j = jEnd;
      } else if (one.charAt(i) == other.charAt(j)) {
        i++;
        j++;
      } else {
        return Character.compare(one.charAt(i), other.charAt(j));
      }
    }
    int rest = Integer.compare(one.length() - i, other.length() - j);
    return rest == 0 ? one.compareTo(other) : rest;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static int end(String name, int from) {
    int end = from;
    while (end < name.length() && isDigit(name.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Compares numbers of any length. */
  private static int compareNumbers(String one, String other) {
    String left = one.replaceFirst("^0+(?=.)", "");
    String right = other.replaceFirst("^0+(?=.)", "");
    int length = Integer.compare(left.length(), right.length());
    return length == 0 ? left.compareTo(right) : length;
  }
}

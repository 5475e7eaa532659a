package dev.rondo.runtime;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that has the runtime in two class loaders, and computes in both. */
final class StartsEngineTwice {
  private StartsEngineTwice() {}

  public static void main(String[] arguments) throws Exception {
    ClassLoader first = newLoader();
    ClassLoader second = newLoader();
    run(first);
    run(second);
    run(first);
  }

  private static void run(ClassLoader loader) throws Exception {
    try {
      var main =
          Class.forName(StartsEngine.class.getName(), true, loader)
              .getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[0]);
      System.out.println();
    } catch (ReflectiveOperationException e) {
      System.out.println(e.getCause());
    }
  }

  private static ClassLoader newLoader() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(part).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}

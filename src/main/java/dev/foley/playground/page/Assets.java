package dev.foley.playground.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page's own files and the two libraries that it uses, all from the class path: the browser asks nobody else, and its content
 * policy would not let it.
 */
final class Assets {
  private static final String OWN = "/page/";
  private static final String LIBRARIES = "/lib/";
  private static final List<String> WEBJARS = List.of("lit-html", "markdown-it");
  private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "js",
      "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
      + "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Where each library's files lie; the version is the one that the build has pinned. */
  private final Map<String, String> roots = WEBJARS.stream()
      .collect(
          Collectors.toMap(name -> name, name -> "/META-INF/resources/webjars/" + name + "/" + version(name) + "/"));

  void register(RoutesConfig config) {
    config.get("/", context -> serve(context, resource("index.html")));
    config.get(OWN + "{file}", context -> serve(context, resource(context.pathParam("file"))));
    config.get(LIBRARIES + "{library}/<file>", context -> {
      String root = roots.get(context.pathParam("library"));
      serve(context, root == null ? null : Assets.class.getResourceAsStream(root + context.pathParam("file")));
    });
  }

  private static void serve(Context context, @Nullable InputStream file) {
    String path = context.path().equals("/") ? "index.html" : context.path();
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (file == null || type == null) {
      context.status(404).contentType("text/plain").result("There is nothing here.");
      return;
    }
    context.header("Content-Security-Policy", POLICY).header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer").header("Cache-Control", "no-cache").contentType(type).result(file);
  }

  private static @Nullable InputStream resource(String name) {
    return Assets.class.getResourceAsStream(name);
  }

  private static String version(String webjar) {
    String file = "/META-INF/maven/org.webjars.npm/" + webjar + "/pom.properties";
    Properties properties = new Properties();
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the library " + webjar + " is not on the class path");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}

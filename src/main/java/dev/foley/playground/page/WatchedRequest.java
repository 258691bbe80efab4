package dev.foley.playground.page;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.function.Supplier;

/** A request whose body is looked at while somebody else reads it. */
final class WatchedRequest extends HttpServletRequestWrapper {
  private final Beginning beginning = new Beginning();

  WatchedRequest(HttpServletRequest request) {
    super(request);
  }

  /** What passed by, once it has: of use when the exchange is over, and later. */
  Supplier<String> body() {
    return beginning.asText(getContentType());
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    ServletInputStream in = super.getInputStream();
    return new ServletInputStream() {
      @Override
      public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
          beginning.add(value);
        }
        return value;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
          beginning.add(bytes, offset, count);
        }
        return count;
      }

      @Override
      public boolean isFinished() {
        return in.isFinished();
      }

      @Override
      public boolean isReady() {
        return in.isReady();
      }

      @Override
      public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
      }
    };
  }
}

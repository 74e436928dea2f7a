package vn.motcua.gateway;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** One service behind the gateway, with its pool of connections. Bodies are streamed both ways. */
final class Backend implements Handler<HttpServerRequest> {

    private static final Logger LOG = Logger.getLogger(Backend.class);

    private static final String RETRY_AFTER_SECONDS = "5";

    private final String name;
    private final RequestOptions target;
    private final HttpProxy proxy;

    Backend(Vertx vertx, String name, GatewayConfig.Backend config, Set<String> trustedProxies) {
        this.name = name;
        this.target = target(config);
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client(vertx, config))
                .origin(this::open)
                .addInterceptor(new Passage(trustedProxies));
    }

    @Override
    public void handle(HttpServerRequest request) {
        proxy.handle(request);
    }

    private Future<HttpClientRequest> open(ProxyContext context) {
        return context.client().request(target);
    }

    private static RequestOptions target(GatewayConfig.Backend config) {
        URI url = config.url();
        if (url.getHost() == null || !(url.getPath() == null || url.getPath().isEmpty())) {
            throw new IllegalArgumentException("A backend's url has a scheme, a host and a port: " + url);
        }
        boolean ssl = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : ssl ? 443 : 80;
        return new RequestOptions()
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(ssl)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setIdleTimeout(config.timeout().toMillis());
    }

    private static HttpClient client(Vertx vertx, GatewayConfig.Backend config) {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAliveTimeout(30)
                .setTcpNoDelay(true)
                .setDecompressionSupported(false)
                .setMaxWaitQueueSize(config.waiting());
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(config.connections());
        return vertx.createHttpClient(options, pool);
    }

    /** Headers on the way in and out, and the answer when there is none. */
    private final class Passage implements ProxyInterceptor {

        private final Set<String> trustedProxies;

        Passage(Set<String> trustedProxies) {
            this.trustedProxies = trustedProxies;
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            ProxyRequest request = context.request();
            HttpServerRequest received = request.proxiedRequest();
            boolean body = request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                    || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
            Headers.toBackend(request.headers(), received, trustedProxies);
            if (received.authority() != null) {
                request.setAuthority(received.authority());
            }
            if (!body) {
                request.setBody(null);
                received.resume();
            }
            return context.sendRequest().recover(failure -> Future.succeededFuture(answer(request, failure)));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            Headers.removeHopByHop(context.response().headers());
            return context.sendResponse();
        }

        private ProxyResponse answer(ProxyRequest request, Throwable failure) {
            HttpServerRequest received = request.proxiedRequest();
            boolean late = failure instanceof TimeoutException
                    && !String.valueOf(failure.getMessage()).contains("getting a connection");
            Problem problem = late ? Problem.TIMEOUT : Problem.UNAVAILABLE;
            LOG.warnf("%s did not answer: %s", name, failure.toString());
            request.release();
            ProxyResponse response = request.response().setStatusCode(problem.status());
            Answers.headers(received, response::putHeader);
            if (problem == Problem.UNAVAILABLE) {
                response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            }
            return response.setBody(Body.body(Answers.body(received, problem)));
        }
    }
}

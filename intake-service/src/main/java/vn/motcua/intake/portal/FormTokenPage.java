package vn.motcua.intake.portal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import vn.motcua.platform.page.Language;

import java.lang.annotation.Annotation;

/** A form refused for its token says so on a page: most often it stood open too long, or cookies are off. */
class FormTokenPage {
    @ServerResponseFilter
    void explain(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        boolean ours = path.startsWith("/nop-ho-so") || path.equals("/ho-so");
        boolean sent = "POST".equals(request.getMethod());
        if (ours && sent && response.getStatus() == 400 && !response.hasEntity()) {
            String lang = Language.of(
                    request.getUriInfo().getQueryParameters().getFirst("lang"), request.getAcceptableLanguages());
            String page = PortalAnswer.formExpired(lang);
            response.setEntity(page, new Annotation[0], MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }
}

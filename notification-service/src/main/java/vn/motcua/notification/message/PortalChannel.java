package vn.motcua.notification.message;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** The person's inbox reads the stored messages themselves: what is stored has arrived. */
@ApplicationScoped
class PortalChannel implements Channel {

    @Override
    public ChannelKind kind() {
        return ChannelKind.PORTAL;
    }

    @Override
    public void handOn(UUID message) {
        // stored is delivered
    }
}

// An SMSC on npm's smpp. Prints its port, then a line of JSON per segment it takes; ends with its standard input.
// A text with "KHONG TRA LOI" is taken without an answer; its receipt comes all the same.
import smpp from 'smpp';

let count = 0;

const server = smpp.createServer((session) => {
  session.on('error', () => session.close());
  session.on('bind_transceiver', (pdu) => session.send(pdu.response({ system_id: 'npm' })));
  session.on('enquire_link', (pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu) => {
    session.send(pdu.response());
    session.close();
  });
  session.on('submit_sm', (pdu) => {
    count += 1;
    const id = `npm-${count}`;
    const text = pdu.short_message.message;
    const header = pdu.short_message.udh ? [...pdu.short_message.udh[0]] : null;
    const line = { id, to: pdu.destination_addr, from: pdu.source_addr, text, header, coding: pdu.data_coding };
    console.log(JSON.stringify(line));
    if (!text.includes('KHONG TRA LOI')) {
      session.send(pdu.response({ message_id: id }));
    }
    setTimeout(() => receipt(session, pdu, id), 300);
  });
});

function receipt(session, pdu, id) {
  session.deliver_sm({
    source_addr: pdu.destination_addr,
    destination_addr: pdu.source_addr,
    esm_class: 4,
    short_message: `id:${id} sub:001 dlvrd:001 submit date:2611231000 done date:2611231001 stat:DELIVRD err:000 text:`,
    receipted_message_id: id,
    user_message_reference: pdu.user_message_reference,
    message_state: 2,
  });
}

server.listen(0, () => console.log(server.address().port));
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();

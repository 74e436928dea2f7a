import { Component, type ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Link, Redirect, Route, Router, Switch, useLocation } from 'wouter-preact';
import { online } from '../api/network';
import { unitName } from '../api/names';
import { letters, turnLetters } from '../keys/keys';
import { later } from '../parts/later';
import { FormView } from '../parts/print';
import { Said } from '../parts/said';
import { Counter } from '../rooms/counter/counter';
import { typedSomething } from '../rooms/counter/open';
import { History } from '../rooms/history/history';
import { giveBackAll } from '../rooms/queue/cases';
import { Queue } from '../rooms/queue/queue';
import { Register } from '../rooms/register/register';
import { Returns } from '../rooms/returns/returns';
import { Signing } from '../rooms/signing/signing';
import { expired, logInAgain, logOut, officer, ownUnit } from '../session/session';
import { language, speak, words, type Language } from '../words/words';
import { DayStrip } from './day';
import { DueList } from './due-list';
import { Find } from './find';
import { firstRoom, isOfficer, ROOMS, roomsOf } from './rooms';
import { Told } from './told';

const Board = later<object>(() => import('../rooms/board/board').then((room) => room.Board));
const Catalogue = later<object>(() => import('../rooms/catalogue/catalogue').then((room) => room.Catalogue));
const DraftRoom = later<{ id: string }>(() => import('../rooms/catalogue/draft').then((room) => room.DraftRoom));
const ImportRoom = later<{ id: string }>(() => import('../rooms/catalogue/import').then((room) => room.ImportRoom));
const ProcedureRoom = later<{ code: string }>(() => import('../rooms/catalogue/procedure').then((room) => room.ProcedureRoom));
const Dates = later<{ id: string | null }>(() => import('../rooms/dates/dates').then((room) => room.Dates));
const Post = later<{ id: string | null }>(() => import('../rooms/post/post').then((room) => room.Post));
const PostOut = later<object>(() => import('../rooms/post/out').then((room) => room.PostOut));
const Readings = later<object>(() => import('../rooms/readings/readings').then((room) => room.Readings));
const Retention = later<{ id: string | null }>(() => import('../rooms/retention/retention').then((room) => room.Retention));
const Hotline = later<{ id: string | null }>(() => import('../rooms/hotline/hotline').then((room) => room.Hotline));
const HotlineComplaints = later<object>(() => import('../rooms/hotline/complaints').then((room) => room.Complaints));
const HotlineFigures = later<object>(() => import('../rooms/hotline/figures').then((room) => room.Figures));
const HotlineLimits = later<object>(() => import('../rooms/hotline/limits').then((room) => room.Limits));
const HotlineMailbox = later<object>(() => import('../rooms/hotline/mailbox').then((room) => room.Mailboxes));
const Messages = later<{ id: string }>(() => import('../rooms/messages/messages').then((room) => room.Messages));
const Satisfaction = later<object>(() => import('../rooms/satisfaction/satisfaction').then((room) => room.Satisfaction));
const Shelf = later<object>(() => import('../rooms/shelf/shelf').then((room) => room.Shelf));
const Watch = later<object>(() => import('../rooms/watch/watch').then((room) => room.Watch));

/** The whole desk, once somebody is logged in. */
export function Shell() {
  const who = officer.value;
  if (!who) return null;
  if (!isOfficer(who.roles)) return <NotForYou />;
  return (
    <Router base="/desk">
      <Leaving />
      <div class="desk">
        <a class="skip" href="#main">
          {words('app.skip')}
        </a>
        <Bar />
        <Connection />
        <DayStrip />
        <Told />
        <main id="main" tabIndex={-1}>
          <Fence>
            <Switch>
              <Route path="/counter">{() => <Counter id={null} procedure={null} />}</Route>
              <Route path="/counter/new/:code">{({ code }) => <Counter id={null} procedure={code} />}</Route>
              <Route path="/counter/:id">{({ id }) => <Counter id={id} procedure={null} />}</Route>
              <Route path="/queue">{() => <Queue id={null} />}</Route>
              <Route path="/queue/:id">{({ id }) => <Queue id={id} />}</Route>
              <Route path="/board">{() => <Board />}</Route>
              <Route path="/signing">{() => <Signing id={null} />}</Route>
              <Route path="/signing/:id">{({ id }) => <Signing id={id} />}</Route>
              <Route path="/returns">{() => <Returns id={null} />}</Route>
              <Route path="/returns/:id">{({ id }) => <Returns id={id} />}</Route>
              <Route path="/shelf">{() => <Shelf />}</Route>
              <Route path="/satisfaction">{() => <Satisfaction />}</Route>
              <Route path="/post">{() => <Post id={null} />}</Route>
              <Route path="/post/out">{() => <PostOut />}</Route>
              <Route path="/post/:id">{({ id }) => <Post id={id} />}</Route>
              <Route path="/readings">{() => <Readings />}</Route>
              <Route path="/register">{() => <Register />}</Route>
              <Route path="/watch">{() => <Watch />}</Route>
              <Route path="/hotline">{() => <Hotline id={null} />}</Route>
              <Route path="/hotline/complaints">{() => <HotlineComplaints />}</Route>
              <Route path="/hotline/figures">{() => <HotlineFigures />}</Route>
              <Route path="/hotline/mailbox">{() => <HotlineMailbox />}</Route>
              <Route path="/hotline/limits">{() => <HotlineLimits />}</Route>
              <Route path="/hotline/:id">{({ id }) => <Hotline id={id} />}</Route>
              <Route path="/dates">{() => <Dates id={null} />}</Route>
              <Route path="/dates/:id">{({ id }) => <Dates id={id} />}</Route>
              <Route path="/retention">{() => <Retention id={null} />}</Route>
              <Route path="/retention/:id">{({ id }) => <Retention id={id} />}</Route>
              <Route path="/catalogue">{() => <Catalogue />}</Route>
              <Route path="/catalogue/draft/:id">{({ id }) => <DraftRoom id={id} />}</Route>
              <Route path="/catalogue/import/:id">{({ id }) => <ImportRoom id={id} />}</Route>
              <Route path="/catalogue/procedure/:code">{({ code }) => <ProcedureRoom code={code} />}</Route>
              <Route path="/messages/:id">{({ id }) => <Messages id={id} />}</Route>
              <Route path="/history/:id">{({ id }) => <History id={id} />}</Route>
              <Route path="/due">{() => <DueList />}</Route>
              <Route path="/">{() => <Redirect to={firstRoom(who.roles)} replace />}</Route>
              <Route>{() => <LostWay />}</Route>
            </Switch>
          </Fence>
        </main>
        <Said />
      </div>
      <FormView />
    </Router>
  );
}

function Bar() {
  const [path] = useLocation();
  const who = officer.value;
  const rooms = roomsOf(who?.roles ?? []);
  const here = ROOMS.find((room) => path === room.path || path.startsWith(`${room.path}/`));
  const title = here ? words(here.title) : words(path.startsWith('/history/') ? 'room.history' : path.startsWith('/messages/') ? 'room.messages' : 'app.name');
  useEffect(() => {
    document.title = words('app.title', { room: title });
  }, [title, language.value]);
  return (
    <header class="bar">
      <p class="brand">
        <Link href="/">{words('app.name')}</Link>
        <span> · {unitName(ownUnit.value)}</span>
      </p>
      <Find />
      <p class={online.value ? 'net' : 'net late'} role="status">
        <span aria-hidden="true">{online.value ? '●' : '■'}</span> {words(online.value ? 'net.online' : 'net.offline')}
      </p>
      <details class="account">
        <summary aria-label={`${words('app.menu')}: ${who?.name ?? ''}`}>{who?.name}</summary>
        <div class="account-menu">
          <p>
            {who?.name}
            <br />
            <span class="small">{who?.title}</span>
          </p>
          <button type="button" class="quiet" aria-pressed={letters.value ? 'true' : 'false'} onClick={() => turnLetters(!letters.value)}>
            {words(letters.value ? 'app.letters.on' : 'app.letters.off')}
          </button>
          <button type="button" class="quiet" onClick={() => void leave()}>
            {words('app.logout')}
          </button>
        </div>
      </details>
      <p class="languages" role="group" aria-label={words('app.language')}>
        <LanguageButton to="vi" />
        <LanguageButton to="en" />
      </p>
      <nav class="rooms" aria-label={words('app.rooms')}>
        {rooms.map((room) => (
          <Link key={room.path} href={room.path} aria-current={room === here ? 'page' : undefined}>
            {words(room.title)}
          </Link>
        ))}
      </nav>
    </header>
  );
}

/** Who goes gives back what they hold; what cannot be given back now runs out by itself. */
async function leave(): Promise<void> {
  const who = officer.value;
  if (who?.roles.includes('specialist') && who.department) {
    await giveBackAll(ownUnit.value, who.department).catch(() => undefined);
  }
  await logOut();
}

const LanguageButton = ({ to }: { to: Language }) => (
  <button type="button" class="plain-button" lang={to} aria-pressed={language.value === to ? 'true' : 'false'} onClick={() => speak(to)}>
    {to}
  </button>
);

/** What stands between the officer and the services. */
function Connection() {
  if (expired.value) {
    return (
      <p class="band" role="alert">
        {words('net.expired')}{' '}
        <button type="button" onClick={() => void logInAgain(language.value).catch(() => undefined)}>
          {words('net.login')}
        </button>
      </p>
    );
  }
  return online.value ? null : (
    <p class="band" role="alert">
      {words('net.lost')}
    </p>
  );
}

/** The browser asks before what was typed is lost. */
function Leaving() {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (typedSomething()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
  return null;
}

/** A room that fails leaves the rest of the desk standing. */
class Fence extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <section class="start">
        <div class="error" role="alert">
          <p>
            <strong>{words('problem.unknown')}</strong>
          </p>
          <button type="button" onClick={() => this.setState({ failed: false })}>
            {words('problem.retry')}
          </button>
        </div>
      </section>
    );
  }
}

const LostWay = () => (
  <section class="start">
    <h1>{words('app.lost-way.title')}</h1>
    <p>{words('app.lost-way.text')}</p>
  </section>
);

const NotForYou = () => (
  <main class="start">
    <h1>{words('app.not-officer.title')}</h1>
    <p>{words('app.not-officer.text')}</p>
    <p class="row">
      <a class="button" href="/">
        {words('app.not-officer.home')}
      </a>
      <button type="button" class="quiet" onClick={() => void logOut()}>
        {words('app.logout')}
      </button>
    </p>
  </main>
);

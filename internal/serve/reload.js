// Reloads the page when the preview has another state than the one that it was
// made from. While the tab is hidden nobody listens: a browser has only six
// connections to one host, and whoever comes back hears the state at once.
{
  const { state } = document.currentScript.dataset;
  let events;

  const leave = () => { if (events) events.close(); };
  const listen = () => {
    leave();
    if (document.hidden) return;
    events = new EventSource("/-/events");
    events.onmessage = ({ data }) => { if (data !== state) location.reload(); };
    // Some browsers give up on a server that is being restarted.
    events.onerror = ({ target }) => { if (target.readyState === EventSource.CLOSED) setTimeout(listen, 2000); };
  };

  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", listen); // at first, and when the page comes back from the history
  addEventListener("pagehide", leave);
}

/** The shape of one of two windows: a total and two favourites. */
export function SideSkeleton() {
  return (
    <div className="late">
      <div className="side-total"><p className="small"><span className="sk line w30" /></p><p className="disp"><span className="sk line w60" /></p></div>
      {[0, 1].map((place) => (
        <div key={place} className="side-fav">
          <span className="artbox sk" />
          <div><p className="small"><span className="sk line w30" /></p><p className="side-name"><span className="sk line w70" /></p><p><span className="sk line w50" /></p></div>
        </div>
      ))}
    </div>
  );
}
